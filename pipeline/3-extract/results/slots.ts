import type { Doc, Entity, EntityType, Mark } from '../../../src/model.ts';
import { plain, tokenFrom, type MentionMark, type Scene } from './scene.ts';

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
  features: string[];
}

const LINKS = new Set(
  'than over compared versus vs against to on in of for with by from and while but whereas across under using at as relative outperforming surpassing outperforms surpasses exceeding via when'.split(
    ' ',
  ),
);

const COMPARED = /^(?:than|over|against|versus|vs|compared|outperfo|surpass|exceed|beat|baselines?)/;

/** "the memory size of LLaMA 7B", "LLaMA 7B accuracy": how a mention stands beside a metric that it has. */
function possessed({ text }: Doc, mentions: readonly MentionMark[], mention: MentionMark): string {
  for (const metric of mentions) {
    if (metric.entity.type !== 'metric' || metric.sentence !== mention.sentence || metric.entity === mention.entity) continue;
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
  const byEntity = new Map<Entity, MentionMark[]>();
  for (const mention of scene.mentions) {
    if (mention.entity.type !== type) continue;
    const marks = byEntity.get(mention.entity);
    if (marks) marks.push(mention);
    else byEntity.set(mention.entity, [mention]);
  }
  if (byEntity.size === 0) return [{ name: null, features: [] }];
  const sentence = doc.sentences[anchor.sentence]!;
  const tail = doc.text.slice(anchor.end, Math.min(sentence.end, anchor.end + 160)).toLowerCase();
  const head = doc.text.slice(Math.max(sentence.start, anchor.start - 160), anchor.start).toLowerCase();
  const here = [...byEntity.values()].filter((marks) => marks.some((m) => m.sentence === anchor.sentence)).length;
  const none = ['none', `none here=${Math.min(here, 3)}`, `none ${tag}`, `none ${u}`, `none all=${Math.min(byEntity.size, 3)}`];
  const than = /\b(?:than|over|compared (?:to|with)|versus|vs\.?|relative to|against|baselines?)\b/;
  if (than.test(tail)) none.push('none than-after', `none than-after here=${Math.min(here, 2)}`);
  if (than.test(head)) none.push('none than-before', `none than-before here=${Math.min(here, 2)}`);
  const rivals = scene.mentions.filter(
    (m) => m.sentence === anchor.sentence && m.entity.type === type && COMPARED.test(m.frame.governor),
  ).length;
  none.push(`none rivals=${Math.min(2, rivals)}`, `none rivals=${Math.min(2, rivals)} ${tag}`);
  const candidates: Candidate[] = [{ name: null, features: none }];
  let order = 0;
  const nearestMarks = [...byEntity].map(([entity, marks]) => ({ entity, marks, mention: nearest(marks, anchor) }));
  nearestMarks.sort((a, b) => gap(a.mention, anchor) - gap(b.mention, anchor));
  for (const { entity, marks, mention } of nearestMarks) {
    if (Math.abs(mention.sentence - anchor.sentence) > reach) continue;
    candidates.push({
      name: entity.name,
      mention,
      features: features(scene, anchor, entity, marks, mention, tag, order++, byEntity.size, worded),
    });
  }
  return candidates;
}

const gap = (m: MentionMark, f: Anchor): number =>
  (m.sentence === f.sentence ? 0 : 10_000 * Math.abs(m.sentence - f.sentence)) + Math.max(0, m.start - f.end, f.start - m.end);

function features(
  { doc, figures, mentions }: Scene,
  anchor: Anchor,
  entity: Entity,
  marks: readonly MentionMark[],
  mention: MentionMark,
  tag: string,
  order: number,
  all: number,
  worded: boolean,
): string[] {
  const out = ['some', `some ${tag}`, `order=${Math.min(order, 3)}`, `all=${Math.min(all, 3)}`, `count=${Math.min(marks.length, 4)}`];
  const u = anchor.label;
  const words = entity.name.split(/[\s-]+/);
  const head = plain(words[words.length - 1] ?? '').replace(/s$/, '');
  if (worded) out.push(`head=${head}`, `head=${head} ${u}`, `head=${head} ${tag}`);
  if (entity.role) out.push(`role=${entity.role}`, `role=${entity.role} ${tag}`);
  if (marks.some((m) => m.sentence === 0)) out.push('title');
  const distance = mention.sentence - anchor.sentence;
  const { tokens } = doc;
  const p = tokenFrom(tokens, mention.start) - 1;
  const sentence = doc.sentences[mention.sentence]!;
  const p1 = p >= sentence.from ? plain(tokens[p]!.text) : '<s>';
  const p2 = p - 1 >= sentence.from ? plain(tokens[p - 1]!.text) : '<s>';
  const { governor, follower } = mention.frame;
  const compared = COMPARED.test(governor) || /^baselines?$/.test(follower);
  if (compared) out.push('compared', `compared ${tag}`);
  const owner = possessed(doc, mentions, mention);
  if (owner !== '') out.push(`owner=${owner}`, `owner=${owner} ${tag}`);
  if (distance !== 0) {
    const far = mention.sentence === 0 ? 'title' : String(Math.max(-4, Math.min(2, distance)));
    out.push(
      'elsewhere',
      `far=${far}`,
      `far=${far} order=${Math.min(order, 2)}`,
      ...(worded ? [`far-p1=${p1}`] : []),
      `far all=${Math.min(all, 3)}`,
      `far ${tag}`,
      `far gov=${governor}`,
    );
    if (compared) out.push(`far compared`, `far=${far} compared`);
    if (entity.role) out.push(`far role=${entity.role}`, `far=${far} role=${entity.role}`);
    return out;
  }
  const side = mention.start >= anchor.end ? 'R' : 'L';
  const [from, to] = side === 'R' ? [anchor.end, mention.start] : [mention.end, anchor.start];
  const a = tokenFrom(tokens, from);
  const b = tokenFrom(tokens, to);
  const steps = Math.max(0, b - a);
  const bucket = steps <= 6 ? steps : steps <= 10 ? 10 : steps <= 20 ? 20 : 40;
  out.push('here', side, `${side} ${tag}`, `${side} ${bucket}`, `${side} order=${Math.min(order, 3)}`, `${side} ${u}`);
  if (worded) {
    const next = tokens[tokenFrom(tokens, mention.end)];
    out.push(`${side} p1=${p1}`, `${side} p1=${p1} ${tag}`, `${side} p21=${p2} ${p1}`, `${side} n1=${next ? plain(next.text) : ''}`);
  }
  out.push(
    `${side} gov=${governor}`,
    `gov=${governor} ${tag}`,
    `${side} follow=${follower}`,
    `${side} compared=${compared} ${tag}`,
    `compared=${compared} order=${Math.min(order, 2)}`,
  );
  const between = doc.text.slice(from, to);
  if (worded && steps <= 4)
    out.push(
      `${side} via=${between
        .toLowerCase()
        .replace(/[\d.]+/g, '0')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 40)}`,
    );
  const seen = new Set<string>();
  for (let i = a; i < b && i < a + 30; i++) {
    const word = tokens[i]!.text.toLowerCase();
    if (LINKS.has(word) && !seen.has(word)) {
      seen.add(word);
      out.push(`${side} has=${word}`);
    }
  }
  // "22.8M parameters": the name stands right beside another figure
  const beside = figures.find(
    (f) => f.group !== anchor.group && f.sentence === anchor.sentence && mention.start >= f.end && mention.start - f.end <= 3,
  );
  if (beside) out.push(`owned`, `owned ${beside.label === anchor.label ? 'same' : 'other'}`, `${side} owned`);
  const crossed = figures.filter(
    (f) => f.sentence === anchor.sentence && f.start >= from && f.end <= to && f.group !== anchor.group,
  ).length;
  const rivals = mentions.filter(
    (m) => m.sentence === anchor.sentence && m.entity.type === entity.type && m.start >= from && m.end <= to && m.group !== mention.group,
  ).length;
  out.push(
    `${side} crossed=${Math.min(crossed, 2)}`,
    `${side} rivals=${Math.min(rivals, 2)}`,
    `${side} crossed=${Math.min(crossed, 2)} rivals=${Math.min(rivals, 2)}`,
  );
  if (/[;]|, (?:and|but|while|whereas|with|which|achieving|reducing|improving|outperforming)\b| while | whereas /.test(between))
    out.push(`${side} clause`);
  if (/[()]/.test(between)) out.push(`${side} bracket${between.includes('(') ? '(' : ''}${between.includes(')') ? ')' : ''}`);
  if (anchor.size > 1 && mention.size > 1) {
    const same = anchor.size === mention.size ? (anchor.place === mention.place ? 'eq' : 'ne') : 'other';
    out.push(`parallel=${same}`, `${side} parallel=${same}`);
  } else if (mention.size > 1) out.push(`listed=${Math.min(mention.place, 2)}`);
  if (entity.role) out.push(`${side} role=${entity.role} ${tag}`);
  return out;
}
