import type { Doc, EntityType } from '../../../src/model.ts';
import type { Acronym, Candidate } from '../layers.ts';
import type { Names } from './names.ts';

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
  group: Group;
  start: number;
  end: number;
  /** The tagger's probability, 0 where it found nothing. */
  tagger: number;
  /** Ids of those who found it. */
  by: string[];
}

/** "LLMs" and "NVIDIA H100 GPUs" name an LLM and an NVIDIA H100 GPU: the plural of an acronym is no part of its name; FLOPs are counted, and keep it. */
const withoutPlural = (text: string, { start, end, type }: Candidate): number =>
  text.charCodeAt(end - 1) === 115 && type !== 'metric' && end - start > 2 && /\p{Lu}s$/u.test(text.slice(Math.max(start, end - 3), end))
    ? end - 1
    : end;

/** Groups in the order of their first place. */
export function groupCandidates({ text }: Doc, candidates: readonly Candidate[], acronyms: readonly Acronym[], names: Names): Group[] {
  const expansion = new Map<string, string>();
  for (const { short, long } of acronyms)
    expansion.set(names.of(text.slice(short.start, short.end)).form, names.of(text.slice(long.start, long.end)).form);
  const expansions = new Set(expansion.values());
  const groups: Group[] = [];
  const byForm = new Map<string, Group[]>();
  for (const c of [...candidates].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const end = withoutPlural(text, c);
    const own = names.of(text.slice(c.start, end)).form;
    if (!own) continue;
    const form = expansion.size ? (expansion.get(own) ?? own) : own;
    const tagger = c.by === 'tagger' ? c.score : 0;
    const alike = byForm.get(form);
    const group = alike?.find(({ type }) => type === c.type);
    // candidates come by their places
    const last = group?.places.at(-1);
    if (last && last.start === c.start && last.end === end) {
      if (!last.by.includes(c.by)) last.by.push(c.by);
      if (tagger > last.tagger) last.tagger = tagger;
    } else if (group) group.places.push({ group, start: c.start, end, tagger, by: [c.by] });
    else {
      const made = { type: c.type, form, places: [] as Place[], defined: expansion.has(own) || expansions.has(form) };
      made.places = [{ group: made, start: c.start, end, tagger, by: [c.by] }];
      if (alike) alike.push(made);
      else byForm.set(form, [made]);
      groups.push(made);
    }
  }
  return groups;
}

/** All places by start. */
export const placesOf = (groups: readonly Group[]): Place[] => groups.flatMap((group) => group.places).sort((a, b) => a.start - b.start);

/** What may stand between two members of an enumeration. */
const LISTED = /^\s?(?:,|;|\/|&|\+|and|or|(?:,|;)\s(?:and|or))\s?(?:(?:an?|the)\s)?$/;
const LISTED_LENGTH = 12;

/** Do the places stand beside each other in an enumeration: "A, B, and C"? */
export const listed = (text: string, before: Place, after: Place): boolean =>
  after.start > before.end && after.start <= before.end + LISTED_LENGTH && LISTED.test(text.slice(before.end, after.start));
