import type { Doc, Entity, EntityType, Mark, Token } from '../../../src/model.ts';
import { findFigures, nextNumber, type Figure } from '../quantities.ts';

export interface FigureMark extends Figure, Mark {
  /** Figures in one enumeration ("13% and 25%") share a group. */
  group: number;
  /** Position in the group, from 0. */
  place: number;
  /** How many figures the group holds. */
  size: number;
  /** The unit, or 'none'. */
  label: string;
}

export interface MentionMark extends Mark {
  entity: Entity;
  group: number;
  place: number;
  size: number;
  /** The enumeration that the mention stands in. */
  frame: Frame;
}

/** What stands around an enumeration of mentions; looked up when it is first asked for. */
export class Frame {
  private readonly doc: Doc;
  private readonly first: Mark;
  private readonly last: Mark;
  private words?: { governor: string; follower: string };

  constructor(doc: Doc, first: Mark, last: Mark) {
    this.doc = doc;
    this.first = first;
    this.last = last;
  }

  /** The word that governs it: "over", "on", "outperforms", or '' at the beginning of a clause. */
  get governor(): string {
    return (this.words ??= frameOf(this.doc, this.first, this.last)).governor;
  }

  /** The word after it. */
  get follower(): string {
    return (this.words ??= frameOf(this.doc, this.first, this.last)).follower;
  }
}

/** A document as the reading of results sees it: its figures and the mentions of its entities, in text order. */
export interface Scene {
  doc: Doc;
  entities: readonly Entity[];
  figures: FigureMark[];
  mentions: MentionMark[];
}

/** What may stand between two members of an enumeration. */
const LISTED =
  /^[\s,;$&{}~\\)(]{0,12}(?:(?:and|or|as well as|to)\b)?[\s,$~\\]{0,6}(?:(?:a|an|the|up to|over|about|around|more than|nearly|only|approx|sim|approximately)\b[\s$~\\]{0,6}){0,3}(?:approx|sim)?(?:\b(?:fine-tuned|standard|recent|the|larger|smaller|vanilla|original|commercial|even|existing|prior|previous|both)\s){0,2}$/;

/** Numbers the enumerations among marks in text order. */
function enumerate<T extends Mark>(
  text: string,
  marks: readonly T[],
  same: (a: T, b: T) => boolean = () => false,
): (T & { group: number; place: number; size: number })[] {
  const out = marks.map((mark) => ({ ...mark, group: -1, place: 0, size: 1 }));
  let group = -1;
  for (let i = 0; i < out.length; i++) {
    const mark = out[i]!;
    const before = out[i - 1];
    const joined =
      before !== undefined &&
      before.sentence === mark.sentence &&
      mark.start - before.end <= 40 &&
      mark.start > before.end &&
      LISTED.test(text.slice(before.end, mark.start));
    mark.group = joined ? group : ++group;
    mark.place = joined ? before.place + (same(before, mark) ? 0 : 1) : 0;
  }
  const sizes = new Map<number, number>();
  for (const { group: g, place } of out) sizes.set(g, place + 1);
  for (const mark of out) mark.size = sizes.get(mark.group)!;
  return out;
}

/** No abstract claims as many figures or names as much; what follows is not read for results. */
const MAX_MARKS = 300;

const scenes = new WeakMap<readonly Entity[], Scene>();

/** The scene of a document with its entities; results and claims look at the same one. */
export function sceneOf(doc: Doc, entities: readonly Entity[]): Scene {
  const known = scenes.get(entities);
  if (known && known.doc.text === doc.text) return known;
  const scene = buildScene(doc, entities);
  scenes.set(entities, scene);
  return scene;
}

function buildScene(doc: Doc, entities: readonly Entity[]): Scene {
  const figures: (Figure & Mark)[] = [];
  let next = -1;
  doc.sentences.forEach((sentence, i) => {
    if (next < sentence.start) next = nextNumber(doc.text, sentence.start);
    if (next >= sentence.end || figures.length >= MAX_MARKS) return;
    for (const figure of findFigures(doc.text, sentence.start, sentence.end)) figures.push({ ...figure, sentence: i });
  });
  return {
    doc,
    entities,
    figures: enumerate(doc.text, figures.slice(0, MAX_MARKS)).map((figure) => ({ ...figure, label: figure.quantity.unit || 'none' })),
    mentions: mentionsOf(doc, entities),
  };
}

/** All mentions in text order, enumerated by type. */
export function mentionsOf(doc: Doc, entities: readonly Entity[]): MentionMark[] {
  const byType = new Map<EntityType, (Mark & { entity: Entity })[]>();
  for (const entity of entities) {
    const marks = byType.get(entity.type) ?? [];
    for (const { start, end, sentence } of entity.mentions) if (marks.length < MAX_MARKS) marks.push({ start, end, sentence, entity });
    byType.set(entity.type, marks);
  }
  const all: MentionMark[] = [];
  let offset = 0;
  for (const marks of byType.values()) {
    marks.sort((a, b) => a.start - b.start || a.end - b.end);
    const listed = enumerate(doc.text, marks, (a, b) => a.entity === b.entity);
    for (let i = 0; i < listed.length;) {
      const { size, group } = listed[i]!;
      let to = i + 1;
      while (to < listed.length && listed[to]!.group === group) to++;
      const frame = new Frame(doc, listed[i]!, listed[to - 1]!);
      for (; i < to; i++) all.push(Object.assign(listed[i]!, { frame, size, group: group + offset }));
    }
    offset += marks.length;
  }
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}

const GOVERNORS =
  /^(?:than|over|to|with|against|versus|vs|on|in|of|for|by|from|at|under|across|using|via|as|like|including|and|while|when|where|that|which|is|are|was|baselines?|outperform\w*|surpass\w*|exceed\w*|beat\w*|match\w*|approach\w*|improv\w*|reduc\w*|achiev\w*|increas\w*|reach\w*|accelerat\w*|boost\w*)$/;

/** What governs and what follows a run of mentions. */
function frameOf(doc: Doc, first: Mark, last: Mark): { governor: string; follower: string } {
  const { from, to } = doc.sentences[first.sentence]!;
  const next = doc.tokens[tokenFrom(doc.tokens, last.end)];
  const follower = next && next.end <= doc.tokens[to - 1]!.end ? plain(next.text) : '';
  let i = tokenFrom(doc.tokens, first.start) - 1;
  for (let steps = 0; i >= from && steps < 7; i--, steps++) {
    const word = doc.tokens[i]!.text.toLowerCase();
    if (/^[,;:(]$/.test(word)) return { governor: word, follower };
    if (GOVERNORS.test(word)) {
      // "compared to", "relative to"
      const before = word === 'to' || word === 'with' ? (doc.tokens[i - 1]?.text.toLowerCase() ?? '') : '';
      return {
        governor: /^(?:compared|relative|comparison|respect|contrast|superior|comparable)$/.test(before) ? 'compared' : word.slice(0, 8),
        follower,
      };
    }
  }
  return { governor: i < from ? '<s>' : '', follower };
}

/** Index of the first token that begins at or after `at`. */
export function tokenFrom(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.start < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

const SIGNS_OF_MARKUP = new Set(['$', '\\', '{', '}', '~', '*', '^']);

/** The tokens beside a span within its sentence, without left-over markup, nearest first, in lower case with digits as 0. */
export function beside(doc: Doc, mark: Mark, side: -1 | 1, count: number): string[] {
  const sentence = doc.sentences[mark.sentence]!;
  const words: string[] = [];
  let i = tokenFrom(doc.tokens, side < 0 ? mark.start : mark.end);
  if (side < 0) i--;
  // a token that the span cuts ("0.28M" of "0.28M-parameter") is not beside it
  if (side < 0) while (i >= sentence.from && doc.tokens[i]!.end > mark.start) i--;
  for (; i >= sentence.from && i < sentence.to && words.length < count; i += side) {
    const { text } = doc.tokens[i]!;
    if (!SIGNS_OF_MARKUP.has(text)) words.push(plain(text));
  }
  return words;
}

/** The stretch of the enumeration that a figure belongs to: what stands around it speaks of all its members. */
export function span({ figures }: Scene, figure: FigureMark): Mark {
  if (figure.size === 1) return figure;
  const members = figures.filter((f) => f.group === figure.group);
  return { start: members[0]!.start, end: members[members.length - 1]!.end, sentence: figure.sentence };
}

/** A word as features spell it: lower case, digits as 0, not too long. */
export function plain(word: string): string {
  const low = (word.length > 24 ? word.slice(0, 24) : word).toLowerCase();
  return /\d/.test(low) ? low.replace(/\d+/g, '0') : low;
}
