import type { Direction } from '../../../src/model.ts';
import { plain, tokenFrom, type FigureMark, type Scene } from './scene.ts';
import type { Candidate } from './slots.ts';

const STOP = new Set(
  `a an the this that these those its their our his her we it they he she i is are was were be been being has have had do does did can could may might will would should
  of in on at by to from for with without within into over under than as and or but while when where which who whose if so because via per across between among through against
  up down out about around approximately nearly almost roughly only just even also both all each every any some more most less least fewer other such same
  not no yet still respectively relative compared versus vs
  achieve achieves achieved achieving reach reaches reached reaching obtain obtains obtained obtaining attain attains attained attaining improve improves improved improving
  reduce reduces reduced reducing increase increases increased increasing decrease decreases decreased decreasing boost boosts boosted boosting cut cuts cutting raise raises raised
  outperform outperforms outperformed outperforming surpass surpasses surpassing exceed exceeds exceeding show shows showing shown yield yields yielding provide provides providing
  lower lowers lowering enhance enhances enhancing drop drops dropping dropped save saves saving maintain maintains maintaining using use uses used requires requiring require deliver delivers delivering
  report reports reported demonstrate demonstrates demonstrating gain gains gained accelerate accelerates accelerating speed-up improvement improvements reduction reductions absolute average
  overall significant substantial approx`.split(/\s+/),
);
const CHANGE =
  /^(?:improvements?|reductions?|increases?|decreases?|gains?|drops?|savings?|boosts?|degradations?|loss|uplift|advantages?|declines?|cuts?|lifts?|growth|jumps?)$/;
const SKIP = new Set(
  'relative absolute average overall mean additional further significant substantial consistent the an a of its their performance-wise on in and respectively percentage point points total maximum net'.split(
    ' ',
  ),
);
const IMPLIED: ReadonlyMap<string, string> = new Map([
  ['faster', 'speed'],
  ['slower', 'speed'],
  ['quicker', 'speed'],
  ['speedup', 'speedup'],
  ['speedups', 'speedup'],
  ['speed-up', 'speed-up'],
  ['speed-ups', 'speed-up'],
  ['acceleration', 'speed'],
  ['smaller', 'size'],
  ['larger', 'size'],
  ['lighter', 'size'],
  ['compression', 'compression'],
  ['cheaper', 'cost'],
  ['longer', 'length'],
  ['shorter', 'length'],
]);
const BY_UNIT: ReadonlyMap<string, string> = new Map([
  ['FPS', 'inference speed'],
  ['tokens/s', 'throughput'],
  ['ms', 'latency'],
  ['us', 'latency'],
  ['s', 'time'],
  ['min', 'time'],
  ['h', 'time'],
  ['days', 'time'],
  ['GPU hours', 'training time'],
  ['KB', 'memory'],
  ['MB', 'memory'],
  ['GB', 'memory'],
  ['TB', 'memory'],
  ['W', 'power consumption'],
  ['J', 'energy'],
]);

const isWord = (text: string): boolean => /^\p{L}[\p{L}\p{N}@/'’&.+-]*$/u.test(text) || /^\d+-\p{L}/u.test(text);

/**
 * What the phrase around a figure calls the quantity, for metrics that are no entity:
 * "a 26% relative improvement in X", "X drops by 3%", "8x faster".
 */
export function metricCandidates(scene: Scene, figure: FigureMark, direction: Direction): Candidate[] {
  const { doc } = scene;
  const { tokens, text } = doc;
  const sentence = doc.sentences[figure.sentence]!;
  const u = figure.quantity.unit || 'none';
  const out: Candidate[] = [];
  const seen = new Set<string>();
  const offer = (kind: string, name: string): void => {
    const key = `${kind} ${name}`;
    if (name === '' || seen.has(key) || name.length > 80) return;
    seen.add(key);
    const words = name.split(' ');
    const head = plain(words[words.length - 1]!).replace(/s$/, '');
    out.push({
      name,
      features: [
        'phrase',
        `kind=${kind}`,
        `kind=${kind} ${u}`,
        `kind=${kind} ${direction}`,
        `kind=${kind} length=${Math.min(words.length, 4)}`,
        `phrase head=${head}`,
        `phrase head=${head} ${u}`,
        `kind=${kind} head=${head}`,
      ],
    });
  };
  /** The run of words at `i` that reads as a name, ended by a stop word or a sign. */
  const phrase = (i: number): [number, number] => {
    let k = i;
    while (
      k < sentence.to &&
      k - i < 6 &&
      isWord(tokens[k]!.text) &&
      !STOP.has(tokens[k]!.text.toLowerCase()) &&
      !CHANGE.test(tokens[k]!.text.toLowerCase())
    )
      k++;
    return [i, k];
  };
  const slice = ([a, b]: [number, number]): string => (b > a ? text.slice(tokens[a]!.start, tokens[b - 1]!.end).replace(/\s+/g, ' ') : '');
  let i = tokenFrom(tokens, figure.end);
  const end = Math.min(sentence.to, i + 12);
  while (i < end && (/^[$\\})]$/.test(tokens[i]!.text) || SKIP.has(tokens[i]!.text.toLowerCase()) || tokens[i]!.text === '%')) i++;
  for (let k = i; k < Math.min(end, i + 5); k++) {
    const word = tokens[k]!.text.toLowerCase();
    if (IMPLIED.has(word)) offer(`implied${k === i ? '' : '-later'}`, IMPLIED.get(word)!);
    if (/^(?:fewer|less|more|higher|lower|better|worse|greater)$/.test(word)) offer('comparative', slice(phrase(k + 1)));
    if (CHANGE.test(word)) {
      let p = k + 1;
      while (
        p < sentence.to &&
        p < k + 5 &&
        (SKIP.has(tokens[p]!.text.toLowerCase()) || /^(?:for|both|over|terms|test|up|to)$/.test(tokens[p]!.text.toLowerCase()))
      )
        p++;
      offer('change-in', slice(phrase(p)));
      break;
    }
  }
  offer('next', slice(phrase(i)));
  // the words before: back over the figure's own enumeration, hedges, prepositions and verbs to a name
  let j = tokenFrom(tokens, figure.start) - 1;
  let hops = 0;
  while (j >= sentence.from && hops < 3) {
    while (
      j >= sentence.from &&
      (!isWord(tokens[j]!.text) || STOP.has(tokens[j]!.text.toLowerCase()) || CHANGE.test(tokens[j]!.text.toLowerCase()))
    )
      j--;
    const last = j;
    while (j >= sentence.from && last - j < 6 && isWord(tokens[j]!.text) && !STOP.has(tokens[j]!.text.toLowerCase())) j--;
    if (last > j) offer(`before${hops}`, slice([j + 1, last + 1]));
    hops++;
  }
  const clause = text.slice(Math.max(sentence.start, figure.start - 80), Math.min(sentence.end, figure.end + 80));
  if (/\bspeed-?\s?ups?\b|\bfaster\b|\baccelerat/i.test(clause))
    offer('clause-implied', /\bspeed-?\s?ups?\b/i.exec(clause)?.[0].replace(/s$/, '') ?? 'speed');
  const byUnit = BY_UNIT.get(figure.quantity.unit);
  if (byUnit) offer('unit', byUnit);
  offer('fallback', 'performance');
  offer('fallback', 'accuracy');
  return out;
}
