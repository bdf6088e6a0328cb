import type { Doc, EntityType } from '../../../src/model.ts';
import type { Acronym, Candidate } from '../layers.ts';
import type { Name, Names } from '../names.ts';

/** Candidates of one type and one name in a document: what is kept or dropped as a whole. */
export interface Group {
  /** Its place among the groups. */
  index: number;
  type: EntityType;
  /** Normal form; a short form that the text defines has that of its long form. */
  form: string;
  /** The name as it stands at its first place. */
  name: Name;
  /** One a place, by start. */
  places: Place[];
  /** Defined by an acronym in the text. */
  defined: boolean;
}

export interface Place {
  group: Group;
  start: number;
  end: number;
  /** The name as it stands here. */
  name: Name;
  /** The tagger's probability, 0 where it found nothing. */
  tagger: number;
  /** The set of those who found it; see `findersOf`. */
  by: number;
}

/** Ids of finders, each a bit of a set of them: the sets are few, and places many. */
const finders: string[] = [];
const sets: (readonly string[])[] = [];

function bitOf(finder: string): number {
  const at = finders.indexOf(finder);
  return 1 << (at < 0 ? finders.push(finder) - 1 : at);
}

/** The ids of a set, in code-unit order. */
export const findersOf = (set: number): readonly string[] => (sets[set] ??= finders.filter((_, at) => set & (1 << at)).sort());

/** "LLMs" and "NVIDIA H100 GPUs" name an LLM and an NVIDIA H100 GPU: the plural of an acronym is no part of its name; FLOPs are counted, and keep it. */
const withoutPlural = (text: string, { start, end, type }: Candidate): number =>
  text.charCodeAt(end - 1) === 115 && type !== 'metric' && end - start > 2 && /\p{Lu}s$/u.test(text.slice(Math.max(start, end - 3), end))
    ? end - 1
    : end;

/** Groups in the order of their first place, and all of their places by start. */
export function groupCandidates(
  doc: Doc,
  candidates: readonly Candidate[],
  acronyms: readonly Acronym[],
  names: Names,
): { groups: Group[]; places: Place[] } {
  const expansion = new Map<string, string>();
  for (const { short, long } of acronyms)
    expansion.set(names.at(doc, short.start, short.end).form, names.at(doc, long.start, long.end).form);
  const expansions = new Set(expansion.values());
  const groups: Group[] = [];
  const places: Place[] = [];
  const byForm = new Map<string, Group[]>();
  // several may find the same place
  let [lastStart, lastEnd] = [-1, -1];
  let name: Name | undefined;
  let alike: Group[] = [];
  let form = '';
  for (const c of [...candidates].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const { start, type } = c;
    const by = bitOf(c.by);
    const end = withoutPlural(doc.text, c);
    if (!name || start !== lastStart || end !== lastEnd) {
      [lastStart, lastEnd] = [start, end];
      name = names.at(doc, start, end);
      form = expansion.size ? (expansion.get(name.form) ?? name.form) : name.form;
      const known = byForm.get(form);
      if (known) alike = known;
      else byForm.set(form, (alike = []));
    }
    if (!name.form) continue;
    const tagger = c.by === 'tagger' ? c.score : 0;
    let group: Group | undefined;
    for (const g of alike) if (g.type === type) group = g;
    if (!group) {
      group = { index: groups.length, type, form, name, places: [], defined: expansion.has(name.form) || expansions.has(form) };
      alike.push(group);
      groups.push(group);
    }
    const last = group.places[group.places.length - 1];
    if (last && last.start === start && last.end === end) {
      last.by |= by;
      if (tagger > last.tagger) last.tagger = tagger;
    } else {
      const place: Place = { group, start, end, name, tagger, by };
      group.places.push(place);
      places.push(place);
    }
  }
  return { groups, places };
}

/** What may stand between two members of an enumeration. */
const LISTED = /^\s?(?:,|;|\/|&|\+|and|or|(?:,|;)\s(?:and|or))\s?(?:(?:an?|the)\s)?$/;
/** How far apart they may be, in characters. */
export const LISTED_LENGTH = 12;

/** Can what stands between two members begin so? Most of what does not is told by its first sign, without the pattern. */
const mayBegin = (first: number, second: number): boolean => {
  const sign = first === 32 ? second : first;
  return sign < 33 || sign > 127 || BEGINS.has(sign);
};
const BEGINS = new Set([...',;/&+ao'].map((sign) => sign.charCodeAt(0)));

/** Do the places stand beside each other in an enumeration: "A, B, and C"? */
export const listed = (text: string, before: Place, after: Place): boolean =>
  after.start > before.end &&
  after.start <= before.end + LISTED_LENGTH &&
  mayBegin(text.charCodeAt(before.end), text.charCodeAt(before.end + 1)) &&
  LISTED.test(text.slice(before.end, after.start));
