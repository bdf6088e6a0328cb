import { ENTITY_TYPES, type Doc } from '../../../src/model.ts';
import { wordsOf } from '../../../src/words.ts';
import { looksLikeName } from '../shapes.ts';
import type { Group, Place } from './groups.ts';

/** How common a word is in abstracts: 0 for one never seen, else a number that grows with the logarithm of its count. */
export type Commonness = (word: string) => number;

export const FEATURES = [
  ...ENTITY_TYPES.map((t) => `is ${t}`),
  'best probability', 'mean probability', 'summed probability', 'second best probability', 'probability in the title', 'any place found',
  'rival span', 'rival type', 'longer rival', 'shorter rival', 'margin',
  'places', 'words', 'characters', 'defined', 'name by looks', 'capitals', 'digits', 'hyphen', 'in brackets',
  'listed here', 'listed elsewhere', 'by shape', 'by cue', 'sentence of first place', 'share of the text before',
  'commonest word', 'rarest word', 'commonness of the last word', 'commonness of the first word', 'groups in the document', 'sure groups in the document',
] as const; // prettier-ignore

const taggerOf = (p: Place): number => p.by.get('tagger') ?? 0;

/** One row of features a group, in the order of FEATURES. */
export function featuresOf(doc: Doc, groups: readonly Group[], general: (form: string) => boolean, commonness: Commonness): Float64Array[] {
  const { text } = doc;
  const sure = groups.filter((g) => g.places.some((p) => taggerOf(p) > 0.5)).length;
  const index = indexPlaces(groups);
  return groups.map((group) => {
    const form = text.slice(group.places[0]!.start, group.places[0]!.end);
    const words = wordsOf(form);
    const probabilities = group.places.map(taggerOf).sort((a, b) => b - a);
    const best = probabilities[0]!;
    const sum = probabilities.reduce((a, b) => a + b, 0);
    let [rival, type, longer, shorter] = [0, 0, 0, 0];
    for (const place of group.places)
      for (const other of index(place.start, place.end)) {
        if (other.group === group) continue;
        const p = taggerOf(other.place);
        const same = other.place.start === place.start && other.place.end === place.end;
        if (same) type = Math.max(type, p);
        else rival = Math.max(rival, p);
        if (same) continue;
        if (other.place.start <= place.start && other.place.end >= place.end) longer = Math.max(longer, p);
        if (other.place.start >= place.start && other.place.end <= place.end) shorter = Math.max(shorter, p);
      }
    const finders = new Set(group.places.flatMap((p) => [...p.by.keys()]));
    const common = words.map(commonness);
    const first = group.places[0]!;
    const before = text.charAt(first.start - 1);
    const row = [
      ...ENTITY_TYPES.map((t) => (t === group.type ? 1 : 0)),
      best, sum / group.places.length, sum, probabilities[1] ?? 0,
      Math.max(0, ...group.places.filter((p) => p.end <= doc.paper.title.length).map(taggerOf)),
      group.places.some((p) => p.end <= doc.paper.title.length) ? 1 : 0,
      rival, type, longer, shorter, best - Math.max(rival, type),
      group.places.length, words.length, form.length, group.defined ? 1 : 0, looksLikeName(form.split(/\s/)[0]!) ? 1 : 0,
      (form.match(/\p{Lu}/gu)?.length ?? 0) / form.length, /\d/.test(form) ? 1 : 0, form.includes('-') ? 1 : 0, before === '(' ? 1 : 0,
      finders.has('lexicon') ? 1 : 0, general(form) ? 1 : 0, finders.has('shapes') ? 1 : 0, finders.has('cues') ? 1 : 0,
      doc.sentences.findIndex((s) => s.end >= first.end), first.start / text.length,
      Math.max(0, ...common), Math.min(...common, 20), common.at(-1) ?? 0, common[0] ?? 0, groups.length, sure,
    ]; // prettier-ignore
    return Float64Array.from(row);
  });
}

/** Finds the places that overlap a range. */
function indexPlaces(groups: readonly Group[]): (start: number, end: number) => { group: Group; place: Place }[] {
  const all = groups.flatMap((group) => group.places.map((place) => ({ group, place }))).sort((a, b) => a.place.start - b.place.start);
  return (start, end) => {
    const found: { group: Group; place: Place }[] = [];
    for (const item of all) {
      if (item.place.start >= end) break;
      if (item.place.end > start) found.push(item);
    }
    return found;
  };
}
