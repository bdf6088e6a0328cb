import type { Doc, Entity, EntityType, Mark } from '../../../src/model.ts';
import type { Extractor } from '../layers.ts';
import { findFigures, nextNumber, type Figure } from '../quantities.ts';
import { Frame } from './around.ts';

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

/** A mention of an entity; `group` and `frame` are of the enumeration that it stands in. */
export class MentionMark implements Member {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  group = 0;
  place = 0;
  size = 1;
  frame!: Frame;

  constructor(entity: Entity, start: number, end: number, sentence: number) {
    this.entity = entity;
    this.start = start;
    this.end = end;
    this.sentence = sentence;
  }
}

/** A document as the reading of results sees it: its figures and the mentions of its entities, in text order. */
export interface Scene {
  doc: Doc;
  entities: readonly Entity[];
  figures: FigureMark[];
  mentions: MentionMark[];
  /** Mentions by type and by entity, in text order. */
  byType: ReadonlyMap<EntityType, TypeMarks>;
}

/** The mentions of one type. */
export interface TypeMarks {
  all: MentionMark[];
  byEntity: Map<Entity, MentionMark[]>;
}

const NO_MARKS: TypeMarks = { all: [], byEntity: new Map() };

/** The mentions of a type. */
export const marksOf = ({ byType }: Scene, type: EntityType): TypeMarks => byType.get(type) ?? NO_MARKS;

/** What may stand between two members of an enumeration. */
const LISTED =
  /^[\s,;$&{}~\\)(]{0,12}(?:(?:and|or|as well as|to)\b)?[\s,$~\\]{0,6}(?:(?:a|an|the|up to|over|about|around|more than|nearly|only|approx|sim|approximately)\b[\s$~\\]{0,6}){0,3}(?:approx|sim)?(?:\b(?:fine-tuned|standard|recent|the|larger|smaller|vanilla|original|commercial|even|existing|prior|previous|both)\s){0,2}$/;

/** What an enumeration notes on its members. */
interface Member extends Mark {
  group: number;
  place: number;
  size: number;
}

/** Numbers the enumerations among marks in text order. */
function enumerate<T extends Member>(text: string, marks: readonly T[], same: (a: T, b: T) => boolean = () => false): void {
  let first = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    const before = marks[i - 1];
    const joined =
      before !== undefined &&
      before.sentence === mark.sentence &&
      mark.start - before.end <= 40 &&
      mark.start > before.end &&
      LISTED.test(text.slice(before.end, mark.start));
    if (!joined) first = i;
    mark.group = joined ? before.group : i === 0 ? 0 : before!.group + 1;
    mark.place = joined ? before.place + (same(before, mark) ? 0 : 1) : 0;
    for (let j = first; j <= i; j++) marks[j]!.size = mark.place + 1;
  }
}

/** No abstract claims as many figures or names as much; what follows is not read for results. */
const MAX_MARKS = 300;

/** The scene of a document with its entities. */
export function sceneOf(doc: Doc, entities: readonly Entity[]): Scene {
  const byType = typesOf(doc, entities);
  const mentions: MentionMark[] = [];
  for (const { all } of byType.values()) mentions.push(...all);
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  return { doc, entities, figures: figuresOf(doc), mentions, byType };
}

function figuresOf(doc: Doc): FigureMark[] {
  const figures: FigureMark[] = [];
  let next = -1;
  doc.sentences.forEach((sentence, i) => {
    if (next < sentence.start) next = nextNumber(doc.text, sentence.start);
    if (next >= sentence.end) return;
    for (const figure of findFigures(doc.text, sentence.start, sentence.end))
      if (figures.length < MAX_MARKS)
        figures.push({ ...figure, sentence: i, group: 0, place: 0, size: 1, label: figure.quantity.unit || 'none' });
  });
  enumerate(doc.text, figures);
  return figures;
}

/** All mentions by type and entity, enumerated by type. */
export function typesOf(doc: Doc, entities: readonly Entity[]): Map<EntityType, TypeMarks> {
  const byType = new Map<EntityType, TypeMarks>();
  for (const entity of entities) {
    let type = byType.get(entity.type);
    if (!type) byType.set(entity.type, (type = { all: [], byEntity: new Map() }));
    for (const { start, end, sentence } of entity.mentions)
      if (type.all.length < MAX_MARKS) type.all.push(new MentionMark(entity, start, end, sentence));
  }
  let offset = 0;
  for (const { all, byEntity } of byType.values()) {
    all.sort((a, b) => a.start - b.start || a.end - b.end);
    enumerate(doc.text, all, (a, b) => a.entity === b.entity);
    for (let i = 0; i < all.length;) {
      const { group } = all[i]!;
      let to = i + 1;
      while (to < all.length && all[to]!.group === group) to++;
      const frame = new Frame(doc, all[i]!, all[to - 1]!);
      for (; i < to; i++) {
        const mark = all[i]!;
        mark.frame = frame;
        mark.group = group + offset;
        const marks = byEntity.get(mark.entity);
        if (marks) marks.push(mark);
        else byEntity.set(mark.entity, [mark]);
      }
    }
    offset += all.length;
  }
  return byType;
}

/** The stretch of the enumeration that a figure belongs to: what stands around it speaks of all its members. */
export function span({ figures }: Scene, figure: FigureMark): Mark {
  if (figure.size === 1) return figure;
  const members = figures.filter((f) => f.group === figure.group);
  return { start: members[0]!.start, end: members[members.length - 1]!.end, sentence: figure.sentence };
}

/** What ends a series of figures: what follows speaks of something else. */
const BREAKS = /[;:]|\b(?:than|over|against|versus|vs|compared|relative|while|whereas|which|where|but|respectively)\b/i;
/** How much may stand between two figures of a series, in characters. */
const SERIES_GAP = 60;

/**
 * The series of figures that a figure stands in, as names of a type see it: "81.73 MOTA, 82.81 IDF1, and 66.95 HOTA on MOT17" is one
 * for data sets, which are named before or after all of it. A name of the type between two figures, or a comparison, ends it.
 */
export function seriesOf(scene: Scene, figure: FigureMark, type: EntityType): Mark {
  const { figures, doc } = scene;
  const { all } = marksOf(scene, type);
  const together = (a: FigureMark | undefined, b: FigureMark | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.sentence === b.sentence &&
    b.start - a.end <= SERIES_GAP &&
    !all.some((m) => m.start >= a.end && m.end <= b.start) &&
    !BREAKS.test(doc.text.slice(a.end, b.start));
  const at = figures.indexOf(figure);
  let [first, last] = [at, at];
  while (together(figures[first - 1], figures[first])) first--;
  while (together(figures[last], figures[last + 1])) last++;
  return { start: figures[first]!.start, end: figures[last]!.end, sentence: figure.sentence };
}

/** The scene that results and claims are read from. */
export const scene: Extractor<'entities', 'scenes'> = {
  id: 'scene',
  summary: 'every number that could be a figure, and mentions in their enumerations',
  needs: ['entities'],
  gives: ['scenes'],
  extract: (doc) => ({ scenes: [sceneOf(doc, doc.entities)] }),
};
