import type { Doc, Entity, EntityType, Mark, Token } from '../../../src/model.ts';
import { findFigures, type Figure } from '../quantities.ts';

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
  /^[\s,;$&{}~\\)(]*(?:(?:and|or|as well as|to)\b)?[\s,$~\\]*(?:(?:a|an|the|up to|over|about|around|more than|nearly|only|approx|sim|approximately)\b[\s$~\\]*){0,3}(?:approx|sim)?$/;

/** Numbers the enumerations among marks in text order. */
function enumerate<T extends Mark>(text: string, marks: readonly T[]): (T & { group: number; place: number; size: number })[] {
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
    mark.place = joined ? before.place + 1 : 0;
  }
  const sizes = new Map<number, number>();
  for (const { group: g, place } of out) sizes.set(g, place + 1);
  for (const mark of out) mark.size = sizes.get(mark.group)!;
  return out;
}

export function sceneOf(doc: Doc, entities: readonly Entity[]): Scene {
  const figures: (Figure & Mark)[] = [];
  doc.sentences.forEach((sentence, i) => {
    for (const figure of findFigures(doc.text, sentence.start, sentence.end)) figures.push({ ...figure, sentence: i });
  });
  return {
    doc,
    entities,
    figures: enumerate(doc.text, figures).map((figure) => ({ ...figure, label: figure.quantity.unit || 'none' })),
    mentions: mentionsOf(doc, entities),
  };
}

/** All mentions in text order, enumerated by type. */
export function mentionsOf(doc: Doc, entities: readonly Entity[]): MentionMark[] {
  const byType = new Map<EntityType, (Mark & { entity: Entity })[]>();
  for (const entity of entities) {
    const marks = byType.get(entity.type) ?? [];
    for (const { start, end, sentence } of entity.mentions) marks.push({ start, end, sentence, entity });
    byType.set(entity.type, marks);
  }
  const all: MentionMark[] = [];
  let offset = 0;
  for (const marks of byType.values()) {
    marks.sort((a, b) => a.start - b.start || a.end - b.end);
    for (const mark of enumerate(doc.text, marks)) all.push({ ...mark, group: mark.group + offset });
    offset += marks.length;
  }
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
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
  while (side < 0 && i >= sentence.from && doc.tokens[i]!.end > mark.start) i--;
  for (; i >= sentence.from && i < sentence.to && words.length < count; i += side) {
    const { text } = doc.tokens[i]!;
    if (!SIGNS_OF_MARKUP.has(text)) words.push(plain(text));
  }
  return words;
}

export const plain = (word: string): string => word.slice(0, 24).toLowerCase().replace(/\d+/g, '0');
