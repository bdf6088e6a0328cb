import { ENTITY_TYPES, type Doc } from '../../../src/model.ts';
import { listed, placesOf, type Group, type Place } from './groups.ts';
import type { Names } from './names.ts';

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

/** The strongest of what stands around the places of a group, by the tagger's probability. */
interface Company {
  /** What overlaps: another span, the same span as another type, a longer span, a shorter one. */
  rival: number;
  type: number;
  longer: number;
  shorter: number;
  /** What is listed beside it: of the same type, and of any. */
  same: number;
  any: number;
}

const row = new Row();

/**
 * One row of features a group: what the tagger says, what competes with it, what the name looks like.
 * @param see told each row in turn, which stands until the next
 */
export function eachRow(doc: Doc, groups: readonly Group[], names: Names, see: (row: Float64Array, group: Group) => void): void {
  const sure = groups.filter((g) => g.places.some((p) => p.tagger > 0.5)).length;
  const company = companyOf(doc.text, groups);
  for (const group of groups) {
    row.length = 0;
    for (const type of ENTITY_TYPES) row.flag(type === group.type);
    const best = evidence(row, doc, group);
    const { rival, type, longer, shorter, same, any } = company.get(group)!;
    row.add(rival);
    row.add(type);
    row.add(longer);
    row.add(shorter);
    row.add(best - Math.max(rival, type));
    row.add(same);
    row.add(any);
    looks(row, doc, group, names);
    row.add(groups.length);
    row.add(sure);
    see(row.numbers, group);
  }
}

/** Who finds names, beside the tagger. */
const FINDERS = ['lexicon', 'shapes', 'cues'];

/** Probabilities of the tagger at the places of the group, and who else found it; gives the best of them. */
function evidence(row: Row, { paper, sentences, text }: Doc, { places }: Group): number {
  let best = 0;
  let second = 0;
  let sum = 0;
  let title = -1;
  for (const { tagger: p, end } of places) {
    sum += p;
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
  for (const id of FINDERS) row.flag(places.some(({ by }) => by.includes(id)));
  row.add(sentences.findIndex((s) => s.end >= end));
  row.add(start / text.length);
  return best;
}

/** One pass over all places, each with those that begin before it ends or are listed right after it. */
function companyOf(text: string, groups: readonly Group[]): Map<Group, Company> {
  const company = new Map<Group, Company>();
  for (const group of groups) company.set(group, { rival: 0, type: 0, longer: 0, shorter: 0, same: 0, any: 0 });
  const beside = (place: Place, other: Place): void => {
    const c = company.get(place.group)!;
    c.any = Math.max(c.any, other.tagger);
    if (other.group.type === place.group.type) c.same = Math.max(c.same, other.tagger);
  };
  const places = placesOf(groups);
  for (let i = 0; i < places.length; i++) {
    const a = places[i]!;
    for (let j = i + 1; j < places.length; j++) {
      const b = places[j]!;
      if (b.start < a.end) {
        if (a.group === b.group) continue;
        compete(company.get(a.group)!, a, b);
        compete(company.get(b.group)!, b, a);
      } else if (listed(text, a, b)) {
        beside(a, b);
        beside(b, a);
      } else if (b.start > a.end + 12) break;
    }
  }
  return company;
}

function compete(c: Company, place: Place, { start, end, tagger: p }: Place): void {
  if (start === place.start && end === place.end) {
    c.type = Math.max(c.type, p);
    return;
  }
  c.rival = Math.max(c.rival, p);
  if (start <= place.start && end >= place.end) c.longer = Math.max(c.longer, p);
  if (start >= place.start && end <= place.end) c.shorter = Math.max(c.shorter, p);
}

function looks(row: Row, { text }: Doc, { places, defined }: Group, names: Names): void {
  const { start, end } = places[0]!;
  const name = names.of(text.slice(start, end));
  row.add(name.words);
  row.add(name.length);
  row.flag(defined);
  row.flag(name.looksLikeName);
  row.add(name.capitals);
  row.flag(name.digits);
  row.flag(name.hyphen);
  row.flag(text.charAt(start - 1) === '(');
  row.flag(name.general);
  for (const common of [name.most, name.least, name.last, name.first]) row.add(common);
}
