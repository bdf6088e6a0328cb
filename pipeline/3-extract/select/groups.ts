import type { Doc, EntityType } from '../../../src/model.ts';
import { normalForm } from '../../../src/words.ts';
import type { Acronym, Candidate } from '../layers.ts';

/** Candidates of one type and one name in a document: what is kept or dropped as a whole. */
export interface Group {
  type: EntityType;
  /** Normal form; a short form that the text defines has that of its long form. */
  form: string;
  /** One a place, by start. */
  places: Place[];
  /** Defined by an acronym in the text. */
  defined: boolean;
}

export interface Place {
  start: number;
  end: number;
  /** The best score of each finder here. */
  by: Map<string, number>;
}

/** "LLMs" and "NVIDIA H100 GPUs" name an LLM and an NVIDIA H100 GPU: the plural of an acronym is no part of its name; FLOPs are counted, and keep it. */
const withoutPlural = (text: string, { start, end, type }: Candidate): number =>
  type !== 'metric' && end - start > 2 && /\p{Lu}s$/u.test(text.slice(Math.max(start, end - 3), end)) ? end - 1 : end;

/** Groups in the order of their first place. */
export function groupCandidates({ text }: Doc, candidates: readonly Candidate[], acronyms: readonly Acronym[]): Group[] {
  const expansion = new Map<string, string>();
  for (const { short, long } of acronyms)
    expansion.set(normalForm(text.slice(short.start, short.end)), normalForm(text.slice(long.start, long.end)));
  const expansions = new Set(expansion.values());
  const groups = new Map<string, Group>();
  const places = new Map<string, Place>();
  for (const c of [...candidates].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const end = withoutPlural(text, c);
    const own = normalForm(text.slice(c.start, end));
    if (!own) continue;
    const form = expansion.get(own) ?? own;
    const key = `${c.type} ${form}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { type: c.type, form, places: [], defined: expansion.has(own) || expansions.has(form) }));
    const at = `${key} ${c.start} ${end}`;
    let place = places.get(at);
    if (!place) {
      places.set(at, (place = { start: c.start, end, by: new Map() }));
      group.places.push(place);
    }
    place.by.set(c.by, Math.max(place.by.get(c.by) ?? 0, c.score));
  }
  return [...groups.values()];
}

/** Finds the places, of any group, that overlap a range. */
export function overlapsOf(groups: readonly Group[]): (start: number, end: number) => { group: Group; place: Place }[] {
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

/** What may stand between two members of an enumeration. */
const LISTED = /^\s?(?:,|;|\/|&|\+|and|or|(?:,|;)\s(?:and|or))\s?(?:(?:an?|the)\s)?$/;
const LISTED_LENGTH = 12;

/** Finds the places, of other groups, that are listed right before or right after a place: "A, B, and C". */
export function neighboursOf({ text }: Doc, groups: readonly Group[]): (place: Place) => { group: Group; place: Place }[] {
  const all = groups.flatMap((group) => group.places.map((place) => ({ group, place })));
  const byStart = all.sort((a, b) => a.place.start - b.place.start);
  const found = new Map<Place, { group: Group; place: Place }[]>();
  const add = (to: Place, item: { group: Group; place: Place }): void => {
    const list = found.get(to);
    if (list) list.push(item);
    else found.set(to, [item]);
  };
  byStart.forEach((before) => {
    const { end } = before.place;
    for (let i = firstFrom(byStart, end); i < byStart.length && byStart[i]!.place.start <= end + LISTED_LENGTH; i++) {
      const after = byStart[i]!;
      if (!LISTED.test(text.slice(end, after.place.start))) continue;
      add(before.place, after);
      add(after.place, before);
    }
  });
  return (place) => found.get(place) ?? [];
}

/** Index of the first item that starts at an offset or after it. */
function firstFrom(items: readonly { place: Place }[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.place.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
