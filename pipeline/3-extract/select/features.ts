import { ENTITY_TYPES, type Doc } from '../../../src/model.ts';
import type { Names } from '../names.ts';
import { sentenceTo } from '../spans.ts';
import { findersOf, listed, LISTED_LENGTH, type Group, type Place } from './groups.ts';

const WIDTH = 40;

/** A row of features: one number each, written one after the other. */
class Row {
  readonly numbers = new Float64Array(WIDTH);
  length = 0;

  add(number: number): void {
    this.numbers[this.length++] = number;
  }

  flag(flag: boolean): void {
    this.add(flag ? 1 : 0);
  }
}

/**
 * The strongest of what stands around the places of a group, by the tagger's probability: what overlaps (another span, the same span
 * as another type, a longer span, a shorter one), and what is listed beside it (of the same type, of any).
 */
const [RIVAL, TYPE, LONGER, SHORTER, SAME, ANY, KINDS] = [0, 1, 2, 3, 4, 5, 6];

const row = new Row();

/**
 * One row of features a group: what the tagger says, what competes with it, what the name looks like.
 * @param places all places of the groups, by start
 * @param see told each row in turn, which stands until the next
 */
export function eachRow(
  doc: Doc,
  groups: readonly Group[],
  places: readonly Place[],
  names: Names,
  see: (row: Float64Array, group: Group) => void,
): void {
  let sure = 0;
  for (const group of groups) if (group.places.some((p) => p.tagger > 0.5)) sure++;
  const company = companyOf(doc.text, groups.length, places);
  for (const group of groups) {
    row.length = 0;
    for (const type of ENTITY_TYPES) row.flag(type === group.type);
    const best = evidence(row, doc, group);
    const at = group.index * KINDS;
    for (const kind of [RIVAL, TYPE, LONGER, SHORTER]) row.add(company[at + kind]!);
    row.add(best - Math.max(company[at + RIVAL]!, company[at + TYPE]!));
    row.add(company[at + SAME]!);
    row.add(company[at + ANY]!);
    looks(row, doc, group, names);
    row.add(groups.length);
    row.add(sure);
    see(row.numbers, group);
  }
}

/** Who finds names, beside the tagger. */
const FINDERS = ['lexicon', 'shapes', 'cues'];

/** Probabilities of the tagger at the places of the group, and who else found it; gives the best of them. */
function evidence(row: Row, doc: Doc, { places }: Group): number {
  const { paper, sentences, text } = doc;
  let best = 0;
  let second = 0;
  let sum = 0;
  let title = -1;
  let found = 0;
  for (const { tagger: p, end, by } of places) {
    sum += p;
    found |= by;
    if (p > best) {
      second = best;
      best = p;
    } else if (p > second) second = p;
    if (end <= paper.title.length) title = Math.max(title, p);
  }
  const { start, end } = places[0]!;
  row.add(best);
  row.add(sum / places.length);
  row.add(sum);
  row.add(second);
  row.add(places.length);
  row.add(Math.max(0, title));
  row.flag(title >= 0);
  for (const id of FINDERS) row.flag(findersOf(found).includes(id));
  const sentence = sentenceTo(doc, end);
  row.add(sentence < sentences.length ? sentence : -1);
  row.add(start / text.length);
  return best;
}

/** What stands around each group, KINDS numbers each: one pass over all places, each with those that begin before it ends or are listed right after it. */
function companyOf(text: string, groups: number, places: readonly Place[]): Float64Array {
  const company = new Float64Array(groups * KINDS);
  const most = (group: Group, kind: number, p: number): void => {
    const at = group.index * KINDS + kind;
    if (p > company[at]!) company[at] = p;
  };
  const compete = ({ group, start, end }: Place, other: Place): void => {
    const p = other.tagger;
    if (other.start === start && other.end === end) return most(group, TYPE, p);
    most(group, RIVAL, p);
    if (other.start <= start && other.end >= end) most(group, LONGER, p);
    if (other.start >= start && other.end <= end) most(group, SHORTER, p);
  };
  const beside = ({ group }: Place, other: Place): void => {
    most(group, ANY, other.tagger);
    if (other.group.type === group.type) most(group, SAME, other.tagger);
  };
  for (let i = 0; i < places.length; i++) {
    const a = places[i]!;
    for (let j = i + 1; j < places.length; j++) {
      const b = places[j]!;
      if (b.start < a.end) {
        if (a.group === b.group) continue;
        compete(a, b);
        compete(b, a);
      } else if (listed(text, a, b)) {
        beside(a, b);
        beside(b, a);
      } else if (b.start > a.end + LISTED_LENGTH) break;
    }
  }
  return company;
}

function looks(row: Row, { text }: Doc, { places, defined, name }: Group, names: Names): void {
  row.add(name.words);
  row.add(name.length);
  row.flag(defined);
  row.flag(name.firstLooksLikeName);
  row.add(name.capitals / name.length);
  row.flag(name.digits);
  row.flag(name.hyphen);
  row.flag(text.charAt(places[0]!.start - 1) === '(');
  row.flag(names.general(name));
  for (const common of [name.most, name.least, name.last, name.first]) row.add(common);
}
