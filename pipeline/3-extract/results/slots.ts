import type { EntityType, Mark } from '../../../src/model.ts';
import { f, type Feature } from '../linear.ts';
import { tokenFrom } from '../spans.ts';
import { plain, plainAt } from './around.ts';
import { marksOf, type MentionMark, type Scene } from './scene.ts';

/** The place whose slots are filled: a anchor, or the cue of a claim. */
export interface Anchor extends Mark {
  group: number;
  place: number;
  size: number;
  /** What kind of place it is: a figure's unit, a cue's word. */
  label: string;
}

/** A name that may fill a slot, with what speaks for it. `name` null: the slot stays empty. */
export interface Candidate {
  name: string | null;
  mention?: MentionMark;
  features: Feature[];
}

const LINKS = new Set(
  'than over compared versus vs against to on in of for with by from and while but whereas across under using at as relative outperforming surpassing outperforms surpasses exceeding via when'.split(
    ' ',
  ),
);

const COMPARED = /^(?:than|over|against|versus|vs|compared|outperfo|surpass|exceed|beat|baselines?)/;

/** "the memory size of LLaMA 7B", "LLaMA 7B accuracy": how a mention stands beside a metric that it has. */
function possessed(scene: Scene, mention: MentionMark): string {
  const { text } = scene.doc;
  for (const metric of marksOf(scene, 'metric').all) {
    if (metric.sentence !== mention.sentence || metric.entity === mention.entity) continue;
    const gap = mention.start - metric.end;
    if (gap > 0 && gap <= 30 && /^\s(?:of|for|in)\s(?:[a-z-]{1,12}\s){0,2}$/.test(text.slice(metric.end, mention.start))) return 'of';
    if (metric.start - mention.end > 0 && metric.start - mention.end <= 4 && /^(?:'s|’s)?\s$/.test(text.slice(mention.end, metric.start)))
      return "'s";
  }
  return '';
}

/** The mention of an entity that a reader of `anchor` would think of: in its sentence the nearest, else the last before. */
function nearest(mentions: readonly MentionMark[], anchor: Anchor): MentionMark {
  let found = mentions[0]!;
  const far = (m: MentionMark): number =>
    m.sentence === anchor.sentence
      ? Math.min(Math.abs(m.start - anchor.end), Math.abs(anchor.start - m.end))
      : m.sentence < anchor.sentence
        ? 10_000 * (anchor.sentence - m.sentence)
        : 1_000_000 * (m.sentence - anchor.sentence);
  for (const mention of mentions) if (far(mention) < far(found)) found = mention;
  return found;
}

/**
 * Everything that could fill the slot of type `type`, the empty filling first.
 * @param worded with the words of the names and beside them
 * @param reach names further away than so many sentences are left out
 */
export function slotCandidates(
  scene: Scene,
  anchor: Anchor,
  type: EntityType,
  tag: string,
  worded: boolean,
  reach = Infinity,
): Candidate[] {
  const { doc } = scene;
  const u = anchor.label;
  const { all, byEntity } = marksOf(scene, type);
  if (byEntity.size === 0) return [{ name: null, features: [] }];
  const sentence = doc.sentences[anchor.sentence]!;
  const tail = doc.text.slice(anchor.end, Math.min(sentence.end, anchor.end + 160)).toLowerCase();
  const head = doc.text.slice(Math.max(sentence.start, anchor.start - 160), anchor.start).toLowerCase();
  let [here, rivals] = [0, 0];
  for (const marks of byEntity.values()) if (marks.some((m) => m.sentence === anchor.sentence)) here++;
  for (const m of all) if (m.sentence === anchor.sentence && COMPARED.test(m.frame.governor)) rivals++;
  const none = [f`none`, f`none here=${Math.min(here, 3)}`, f`none ${tag}`, f`none ${u}`, f`none all=${Math.min(byEntity.size, 3)}`];
  const than = /\b(?:than|over|compared (?:to|with)|versus|vs\.?|relative to|against|baselines?)\b/;
  if (than.test(tail)) none.push(f`none than-after`, f`none than-after here=${Math.min(here, 2)}`);
  if (than.test(head)) none.push(f`none than-before`, f`none than-before here=${Math.min(here, 2)}`);
  none.push(f`none rivals=${Math.min(2, rivals)}`, f`none rivals=${Math.min(2, rivals)} ${tag}`);
  const candidates: Candidate[] = [{ name: null, features: none }];
  let order = 0;
  const nearestMarks: { marks: readonly MentionMark[]; mention: MentionMark; far: number }[] = [];
  for (const marks of byEntity.values()) {
    const mention = nearest(marks, anchor);
    nearestMarks.push({ marks, mention, far: gap(mention, anchor) });
  }
  nearestMarks.sort((a, b) => a.far - b.far);
  for (const { marks, mention } of nearestMarks) {
    if (Math.abs(mention.sentence - anchor.sentence) <= reach)
      candidates.push({
        name: mention.entity.name,
        mention,
        features: features(scene, anchor, marks, mention, tag, order++, byEntity.size, worded),
      });
  }
  return candidates;
}

const gap = (m: MentionMark, f: Anchor): number =>
  (m.sentence === f.sentence ? 0 : 10_000 * Math.abs(m.sentence - f.sentence)) + Math.max(0, m.start - f.end, f.start - m.end);

function features(
  scene: Scene,
  anchor: Anchor,
  marks: readonly MentionMark[],
  mention: MentionMark,
  tag: string,
  order: number,
  all: number,
  worded: boolean,
): Feature[] {
  const out = [f`some`, f`some ${tag}`, f`order=${Math.min(order, 3)}`, f`all=${Math.min(all, 3)}`, f`count=${Math.min(marks.length, 4)}`];
  const { doc, figures } = scene;
  const { entity } = mention;
  const u = anchor.label;
  if (worded) {
    const words = entity.name.split(/[\s-]+/);
    const head = plain(words[words.length - 1] ?? '').replace(/s$/, '');
    out.push(f`head=${head}`, f`head=${head} ${u}`, f`head=${head} ${tag}`);
  }
  if (entity.role) out.push(f`role=${entity.role}`, f`role=${entity.role} ${tag}`);
  if (marks.some((m) => m.sentence === 0)) out.push(f`title`);
  const distance = mention.sentence - anchor.sentence;
  const { tokens } = doc;
  const p = tokenFrom(tokens, mention.start) - 1;
  const sentence = doc.sentences[mention.sentence]!;
  const p1 = p >= sentence.from ? plainAt(tokens, p) : '<s>';
  const p2 = p - 1 >= sentence.from ? plainAt(tokens, p - 1) : '<s>';
  const { governor, follower } = mention.frame;
  const compared = COMPARED.test(governor) || /^baselines?$/.test(follower);
  if (compared) out.push(f`compared`, f`compared ${tag}`);
  const owner = possessed(scene, mention);
  if (owner !== '') out.push(f`owner=${owner}`, f`owner=${owner} ${tag}`);
  if (distance !== 0) {
    const far = mention.sentence === 0 ? 'title' : String(Math.max(-4, Math.min(2, distance)));
    out.push(
      f`elsewhere`,
      f`far=${far}`,
      f`far=${far} order=${Math.min(order, 2)}`,
      ...(worded ? [f`far-p1=${p1}`] : []),
      f`far all=${Math.min(all, 3)}`,
      f`far ${tag}`,
      f`far gov=${governor}`,
    );
    if (compared) out.push(f`far compared`, f`far=${far} compared`);
    if (entity.role) out.push(f`far role=${entity.role}`, f`far=${far} role=${entity.role}`);
    return out;
  }
  const side = mention.start >= anchor.end ? 'R' : 'L';
  const [from, to] = side === 'R' ? [anchor.end, mention.start] : [mention.end, anchor.start];
  const a = tokenFrom(tokens, from);
  const b = tokenFrom(tokens, to);
  const steps = Math.max(0, b - a);
  const bucket = steps <= 6 ? steps : steps <= 10 ? 10 : steps <= 20 ? 20 : 40;
  out.push(f`here`, f`${side}`, f`${side} ${tag}`, f`${side} ${bucket}`, f`${side} order=${Math.min(order, 3)}`, f`${side} ${u}`);
  if (worded) {
    const next = tokenFrom(tokens, mention.end);
    out.push(
      f`${side} p1=${p1}`,
      f`${side} p1=${p1} ${tag}`,
      f`${side} p21=${p2} ${p1}`,
      f`${side} n1=${next < tokens.length ? plainAt(tokens, next) : ''}`,
    );
  }
  out.push(
    f`${side} gov=${governor}`,
    f`gov=${governor} ${tag}`,
    f`${side} follow=${follower}`,
    f`${side} compared=${compared} ${tag}`,
    f`compared=${compared} order=${Math.min(order, 2)}`,
  );
  const between = doc.text.slice(from, to);
  if (worded && steps <= 4)
    out.push(
      f`${side} via=${between
        .toLowerCase()
        .replace(/[\d.]+/g, '0')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 40)}`,
    );
  const seen = new Set<string>();
  for (let i = a; i < b && i < a + 30; i++) {
    const word = tokens.at(i).lower;
    if (LINKS.has(word) && !seen.has(word)) {
      seen.add(word);
      out.push(f`${side} has=${word}`);
    }
  }
  // "22.8M parameters": the name stands right beside another figure
  const beside = figures.find(
    (f) => f.group !== anchor.group && f.sentence === anchor.sentence && mention.start >= f.end && mention.start - f.end <= 3,
  );
  if (beside) out.push(f`owned`, f`owned ${beside.label === anchor.label ? 'same' : 'other'}`, f`${side} owned`);
  let [crossed, rivals] = [0, 0];
  for (const m of figures) if (m.sentence === anchor.sentence && m.start >= from && m.end <= to && m.group !== anchor.group) crossed++;
  for (const m of marksOf(scene, entity.type).all)
    if (m.sentence === anchor.sentence && m.start >= from && m.end <= to && m.group !== mention.group) rivals++;
  out.push(
    f`${side} crossed=${Math.min(crossed, 2)}`,
    f`${side} rivals=${Math.min(rivals, 2)}`,
    f`${side} crossed=${Math.min(crossed, 2)} rivals=${Math.min(rivals, 2)}`,
  );
  if (/[;]|, (?:and|but|while|whereas|with|which|achieving|reducing|improving|outperforming)\b| while | whereas /.test(between))
    out.push(f`${side} clause`);
  if (/[()]/.test(between)) out.push(f`${side} bracket${between.includes('(') ? '(' : ''}${between.includes(')') ? ')' : ''}`);
  if (anchor.size > 1 && mention.size > 1) {
    const same = anchor.size === mention.size ? (anchor.place === mention.place ? 'eq' : 'ne') : 'other';
    out.push(f`parallel=${same}`, f`${side} parallel=${same}`);
  } else if (mention.size > 1) out.push(f`listed=${Math.min(mention.place, 2)}`);
  if (entity.role) out.push(f`${side} role=${entity.role} ${tag}`);
  return out;
}
