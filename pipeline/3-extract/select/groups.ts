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

/** "LLMs" and "NVIDIA H100 GPUs" name an LLM and an NVIDIA H100 GPU: the plural of an acronym is no part of its name. */
const withoutPlural = (text: string, { start, end }: Candidate): number =>
  end - start > 2 && /\p{Lu}s$/u.test(text.slice(Math.max(start, end - 3), end)) ? end - 1 : end;

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
