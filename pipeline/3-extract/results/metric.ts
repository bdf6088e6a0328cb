import type { Direction } from '../../../src/model.ts';
import { f, type Feature } from '../linear.ts';
import { tokenFrom } from '../spans.ts';
import { plain } from './around.ts';
import { span, type FigureMark, type Scene } from './scene.ts';
import type { Candidate } from './slots.ts';
import { BY_UNIT, CHANGE, IMPLIED, METRIC_HEAD, PRAISE, SKIP, STOP } from './metric-words.ts';

const isWord = (text: string): boolean => /^\p{L}[\p{L}\p{N}@/'’&.+_^-]*$/u.test(text) || /^\d+-\p{L}/u.test(text);

/** A run of tokens that reads as the name of a quantity. */
type Run = readonly [from: number, to: number];

/**
 * What the phrase around a figure calls the quantity, for metrics that are no entity:
 * "a 26% relative improvement in X", "X drops by 3%", "8x faster".
 */
export function metricCandidates(scene: Scene, figure: FigureMark, direction: Direction): Candidate[] {
  const { doc } = scene;
  const { tokens, text } = doc;
  const sentence = doc.sentences[figure.sentence]!;
  const whole = span(scene, figure);
  const out = new Map<string, Candidate>();
  const offer = (kind: string, name: string, extra: readonly Feature[] = []): void => {
    if (name === '' || name.length > 80) return;
    const words = name.split(' ');
    const head = plain(words[words.length - 1]!).replace(/s$/, '');
    const known = METRIC_HEAD.test(head);
    const features = [
      f`kind=${kind}`,
      f`kind=${kind} ${figure.label}`,
      f`kind=${kind} ${direction}`,
      f`kind=${kind} length=${Math.min(words.length, 4)}`,
      f`kind=${kind} known=${known}`,
      ...extra,
    ];
    const before = out.get(name);
    if (before) before.features.push(...features.slice(0, 3));
    else
      out.set(name, {
        name,
        features: [
          f`phrase`,
          f`phrase head=${head}`,
          f`phrase head=${head} ${figure.label}`,
          f`known=${known}`,
          f`known=${known} ${figure.label}`,
          ...features,
        ],
      });
  };
  const lower = (i: number): string => tokens.at(i).lower;
  const named = (i: number): boolean => isWord(tokens.at(i).text) && !STOP.has(lower(i)) && !CHANGE.test(lower(i));
  const phrase = (i: number): Run => {
    let k = i;
    while (k < sentence.to && k - i < 6 && named(k)) k++;
    return [i, k];
  };
  const slice = ([a, b]: Run): string => (b > a ? text.slice(tokens.starts[a], tokens.ends[b - 1]).replace(/\s+/g, ' ') : '');
  /** Offers a run without praise before it, unless it ends in the name of something else: "on COD10K" measures nothing. */
  const put = (kind: string, [first, to]: Run, extra: readonly Feature[] = []): void => {
    let from = first;
    while (from < to && PRAISE.has(lower(from))) from++;
    const run: Run = [from, to];
    if (to <= from) return;
    const end = tokens.ends[run[1] - 1]!;
    const start = tokens.starts[run[0]]!;
    const met = scene.mentions.filter((m) => m.sentence === figure.sentence && m.start < end && m.end > start);
    if (met.some((m) => m.entity.type !== 'metric' && m.end >= end)) return;
    offer(kind, slice(run), [...met.map((m) => f`taken=${m.entity.type}`), ...extra]);
  };

  for (const [place, from] of [
    ['', figure.end],
    ['group ', whole.end],
  ] as const) {
    if (place !== '' && whole.end === figure.end) continue;
    let i = tokenFrom(tokens, from);
    const end = Math.min(sentence.to, i + 12);
    while (i < end && (/^[$\\})%]$/.test(tokens.at(i).text) || SKIP.has(lower(i)))) i++;
    const crossed = i > tokenFrom(tokens, from) && tokens.at(i - 1).text === ')' ? [f`past bracket`] : [];
    for (let k = i; k < Math.min(end, i + 5); k++) {
      const word = lower(k);
      const implied = IMPLIED.get(word);
      if (implied) offer(`${place}implied${k === i ? '' : '-later'}`, implied);
      if (/^(?:fewer|less|more|higher|lower|better|worse|greater)$/.test(word)) put(`${place}comparative`, phrase(k + 1));
      if (CHANGE.test(word)) {
        let p = k + 1;
        while (p < sentence.to && p < k + 6 && (SKIP.has(lower(p)) || /^(?:for|both|over|terms|up|to)$/.test(lower(p)))) p++;
        put(`${place}change-in`, phrase(p));
        break;
      }
    }
    const prior = i > sentence.from ? lower(i - 1) : '';
    put(`${place}next`, phrase(i), [...crossed, f`next after=${/^(?:of|in|on|for)$/.test(prior) ? prior : ''}`]);
  }

  // back from the figure over hedges, prepositions and verbs to the names before it
  let j = tokenFrom(tokens, whole.start) - 1;
  const at = j;
  for (let hops = 0; j >= sentence.from && hops < 3; hops++) {
    while (j >= sentence.from && !named(j)) j--;
    const last = j;
    while (j >= sentence.from && last - j < 6 && named(j)) j--;
    if (last <= j) break;
    const link: string[] = [];
    for (let k = last + 1; k <= at && link.length < 3 && k < last + 8; k++)
      if (/^(?:of|by|to|at|is|was|=|:|\(|from|for|on|in|,|and|with|reach\w*|achiev\w*|drop\w*)$/.test(lower(k)))
        link.push(lower(k).slice(0, 6));
    let v = j;
    while (v >= sentence.from && v > j - 3 && /^(?:the|a|an|its|their|average|overall|mean|end-to-end|also|both|total|and)$/.test(lower(v)))
      v--;
    const verb =
      v >= sentence.from &&
      /^(?:reduc|improv|increas|decreas|boost|lower|cut|accelerat|rais|enhanc|sav|achiev|reach|obtain|attain|degrad|drop|lift|shorten|speed)/.test(
        lower(v),
      )
        ? lower(v).slice(0, 4)
        : '';
    put(
      `before${hops}`,
      [j + 1, last + 1],
      [
        f`before${hops} link=${link.join(' ')}`,
        f`before link=${link[0] ?? ''}`,
        f`before verb=${verb !== ''}`,
        f`before${hops} verb=${verb}`,
      ],
    );
  }
  const clause = text.slice(Math.max(sentence.start, figure.start - 80), Math.min(sentence.end, figure.end + 80));
  const speed = /\bspeed-?\s?ups?\b|\bfaster\b|\baccelerat/i.exec(clause)?.[0];
  if (speed) offer('clause-implied', /^speed/i.test(speed) ? speed.replace(/s$/, '') : 'speed');
  const byUnit = BY_UNIT.get(figure.quantity.unit);
  if (byUnit) offer('unit', byUnit);
  offer('fallback', 'performance');
  offer('fallback', 'accuracy');
  return [...out.values()];
}
