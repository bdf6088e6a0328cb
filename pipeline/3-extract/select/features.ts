import { ENTITY_TYPES, type Doc } from '../../../src/model.ts';
import { wordsOf } from '../../../src/words.ts';
import { looksLikeName } from '../shapes.ts';
import { neighboursOf, overlapsOf, type Group, type Place } from './groups.ts';

/** What is known beyond the document. */
export interface Background {
  /** Is this a word too general to be a name alone? */
  general(form: string): boolean;
  /** Grows with the logarithm of a word's count in abstracts; 0 for a word never seen. */
  commonness(word: string): number;
}

const taggerOf = (p: Place): number => p.by.get('tagger') ?? 0;

/** One row of features a group: what the tagger says, what competes with it, what the name looks like. */
export function featuresOf(doc: Doc, groups: readonly Group[], background: Background): Float64Array[] {
  const sure = groups.filter((g) => g.places.some((p) => taggerOf(p) > 0.5)).length;
  const overlaps = overlapsOf(groups);
  const neighbours = neighboursOf(doc, groups);
  return groups.map((group) =>
    Float64Array.from([
      ...ENTITY_TYPES.map((t) => (t === group.type ? 1 : 0)),
      ...evidence(doc, group),
      ...rivals(group, overlaps),
      ...company(group, neighbours),
      ...looks(doc, group, background),
      groups.length,
      sure,
    ]),
  );
}

/** Probabilities of the tagger at the places of the group, and who else found it. */
function evidence({ paper, sentences, text }: Doc, { places }: Group): number[] {
  const probabilities = places.map(taggerOf).sort((a, b) => b - a);
  const sum = probabilities.reduce((a, b) => a + b, 0);
  const inTitle = places.filter((p) => p.end <= paper.title.length);
  const finders = new Set(places.flatMap((p) => [...p.by.keys()]));
  const first = places[0]!;
  return [
    probabilities[0]!,
    sum / places.length,
    sum,
    probabilities[1] ?? 0,
    places.length,
    Math.max(0, ...inTitle.map(taggerOf)),
    inTitle.length > 0 ? 1 : 0,
    finders.has('lexicon') ? 1 : 0,
    finders.has('shapes') ? 1 : 0,
    finders.has('cues') ? 1 : 0,
    sentences.findIndex((s) => s.end >= first.end),
    first.start / text.length,
  ];
}

/** The best probability of what overlaps: another span, another type, a longer and a shorter one. */
function rivals(group: Group, overlaps: ReturnType<typeof overlapsOf>): number[] {
  let [rival, type, longer, shorter] = [0, 0, 0, 0];
  for (const place of group.places)
    for (const other of overlaps(place.start, place.end)) {
      if (other.group === group) continue;
      const p = taggerOf(other.place);
      if (other.place.start === place.start && other.place.end === place.end) {
        type = Math.max(type, p);
        continue;
      }
      rival = Math.max(rival, p);
      if (other.place.start <= place.start && other.place.end >= place.end) longer = Math.max(longer, p);
      if (other.place.start >= place.start && other.place.end <= place.end) shorter = Math.max(shorter, p);
    }
  return [rival, type, longer, shorter, Math.max(...group.places.map(taggerOf)) - Math.max(rival, type)];
}

/** The best probability of what stands beside it in an enumeration: of the same type, and of any. */
function company(group: Group, neighbours: ReturnType<typeof neighboursOf>): number[] {
  let [same, any] = [0, 0];
  for (const place of group.places)
    for (const other of neighbours(place)) {
      const p = taggerOf(other.place);
      any = Math.max(any, p);
      if (other.group.type === group.type) same = Math.max(same, p);
    }
  return [same, any];
}

function looks({ text }: Doc, { places, defined }: Group, { general, commonness }: Background): number[] {
  const form = text.slice(places[0]!.start, places[0]!.end);
  const words = wordsOf(form);
  const common = words.map(commonness);
  return [
    words.length,
    form.length,
    defined ? 1 : 0,
    looksLikeName(form.split(/\s/)[0]!) ? 1 : 0,
    (form.match(/\p{Lu}/gu)?.length ?? 0) / form.length,
    /\d/.test(form) ? 1 : 0,
    form.includes('-') ? 1 : 0,
    text.charAt(places[0]!.start - 1) === '(' ? 1 : 0,
    general(form) ? 1 : 0,
    Math.max(0, ...common),
    Math.min(20, ...common),
    common.at(-1) ?? 0,
    common[0] ?? 0,
  ];
}
