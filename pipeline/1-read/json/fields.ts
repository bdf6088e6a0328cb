import type { Paper, PartialDate } from '../../../src/model.ts';
import { CAPS } from '../caps.ts';
import { checkDate, parseDate } from '../date.ts';
import type { Say } from '../drafts.ts';
import { keywordsFrom } from '../keywords.ts';

/** A parsed object; only its own fields are looked at. */
export type Fields = { readonly [name: string]: unknown };

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The first named field with text in it, exactly as given; '' for none. */
export function textField(fields: Fields, names: readonly string[], say: Say): string {
  for (const name of names) {
    const value = own(fields, name);
    if (isText(value) && value.trim() !== '') return value;
    if (!isAbsent(value) && !isText(value)) say(`"${name}" is not text: left out`);
  }
  return '';
}

/**
 * The source's id, '' for none. A number is taken as it is written in the line: `2401.10000` read as a number is 2401.1,
 * another paper.
 */
export function idOf(fields: Fields, line: string, say: Say): string {
  const id = own(fields, 'id');
  if (isAbsent(id)) return '';
  if (isText(id) && id.length <= CAPS.word) return id.trim();
  if (typeof id !== 'number') {
    say(`"id" is neither a number nor text of at most ${CAPS.word} characters: an id is made of the title`);
    return '';
  }
  const written = new Set<string>();
  for (const match of line.matchAll(/"id"\s{0,9}:\s{0,9}(-?[\d.eE+-]{1,40})/g)) if (Number(match[1]) === id) written.add(match[1]!);
  if (written.size === 1 && written.has(String(id))) return String(id);
  const [only] = written;
  const chosen = written.size === 1 && only !== undefined ? only : String(id);
  say(`"id" is a number, taken as "${chosen}": write ids in quotes, since a number loses its last zeros`);
  return chosen;
}

/** From `date`, `published` or `publishedAt`: text, a year as a number, or { year, month, day }. */
export function dateOf(fields: Fields, say: Say): Pick<Paper, 'date'> {
  for (const name of ['date', 'published', 'publishedAt']) {
    const value = own(fields, name);
    if (isAbsent(value)) continue;
    const date = readDate(value);
    if (date) return { date };
    say(`"${name}" is no date that can be read (2024-03-05, 2024-03, 2024 or Mar 5, 2024 can): left out`);
  }
  return {};
}

function readDate(value: unknown): PartialDate | null {
  if (isText(value)) return parseDate(value);
  if (typeof value === 'number') return checkDate({ year: value, month: undefined, day: undefined });
  if (typeof value !== 'object' || value === null) return null;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => own(value as Fields, part) ?? undefined);
  const parts = [year, month, day];
  if (!parts.every((part) => part === undefined || typeof part === 'number')) return null;
  return checkDate({ year: year as number | undefined, month: month as number | undefined, day: day as number | undefined });
}

/** From `authors`: a list of names or of { name }, a count, or { count, names }. */
export function authorsOf(fields: Fields, say: Say): Pick<Paper, 'authors'> {
  const value = own(fields, 'authors');
  if (isAbsent(value)) return {};
  if (isCount(value)) return { authors: { count: value } };
  if (Array.isArray(value)) return listOf(value, say);
  if (typeof value === 'object') {
    const names = own(value as Fields, 'names');
    if (Array.isArray(names)) return listOf(names, say);
    const count = own(value as Fields, 'count');
    if (isCount(count)) return { authors: { count } };
  }
  say('"authors" is neither a list of names nor a count: left out');
  return {};
}

function listOf(list: readonly unknown[], say: Say): Pick<Paper, 'authors'> {
  const names = list
    .map((author) => (typeof author === 'object' && author !== null && !Array.isArray(author) ? own(author as Fields, 'name') : author))
    .filter((name): name is string => isText(name) && name.trim() !== '' && name.length <= CAPS.word);
  if (names.length < list.length)
    say(`${list.length - names.length} of ${list.length} authors have no name that can be read: counted only`);
  if (list.length === 0) return {};
  return { authors: { count: list.length, ...(names.length > 0 && { names: names.slice(0, CAPS.authors) }) } };
}

export function upvotesOf(fields: Fields, say: Say): Pick<Paper, 'upvotes'> {
  const value = own(fields, 'upvotes');
  if (isAbsent(value)) return {};
  if (isCount(value)) return { upvotes: value };
  say('"upvotes" is no count: left out');
  return {};
}

/** From `url` or `abs`; other than http and https is left out, since a link of the page is made of it. */
export function urlOf(fields: Fields, say: Say): Pick<Paper, 'url'> {
  for (const name of ['url', 'abs']) {
    const value = own(fields, name);
    if (isAbsent(value)) continue;
    if (isText(value) && value.length <= CAPS.word && /^https?:\/\/[^\s"<>]+$/i.test(value)) return { url: value };
    say(`"${name}" is no http or https address: left out`);
  }
  return {};
}

/** From `keywords`: a list of texts, or one text with commas or semicolons between them. */
export function keywordsOf(fields: Fields, say: Say): Pick<Paper, 'keywords'> {
  const value = own(fields, 'keywords');
  if (isAbsent(value)) return {};
  if (isText(value) || Array.isArray(value))
    return keywordsFrom(isText(value) ? value.slice(0, CAPS.abstract).split(/[;,]/) : value.filter(isText));
  say('"keywords" is neither a list nor text: left out');
  return {};
}
