import type { Paper, PartialDate } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { slug, wholeSlug } from '../../src/slug.ts';
import { agree, alike } from './agree.ts';
import { CAPS } from './caps.ts';
import { connected } from './connected.ts';
import { countOf, tell } from './counts.ts';
import { globalId, rankOf } from './ids.ts';
import { keywordsFrom } from './keywords.ts';

/**
 * One paper for all of its records, each with an id. Records are one paper when they bear the same id (versions of an arXiv paper
 * do, and so do an arXiv record and a journal's that names the same DOI), or the same title and abstracts that agree. Which record is
 * the fuller, and which of two papers gets the suffix, follows from the content alone, not from the order of input.
 * @param found papers as read, `id` '' where the source gives none
 * @returns the papers by file and record
 */
export function merge(found: readonly Paper[], report: Report): Paper[] {
  const sorted = [...found].sort(fullestFirst);
  const taken = new Set(sorted.map(({ id }) => id));
  const free = (id: string): string => {
    let [candidate, n] = [id, 1];
    while (taken.has(candidate)) candidate = `${id}-${++n}`;
    taken.add(candidate);
    return candidate;
  };

  const papers: Paper[] = [];
  for (const group of connected(sorted, keysOf)) {
    const ids = new Set<string>();
    for (const paper of fold(group, sameId, report)) {
      const told = `the id "${paper.id}" stands for another paper too, with another abstract`;
      papers.push(paper.id !== '' && ids.has(paper.id) ? apart(paper, free(paper.id), told, report) : paper);
      ids.add(paper.id);
    }
  }
  papers.sort(fullestFirst);
  const merged = connected(papers, ({ title }) => [wholeSlug(title)]).flatMap((group) => fold(group, sameTitle, report));
  merged.sort(fullestFirst);
  for (const [i, paper] of merged.entries()) {
    if (paper.id !== '') continue;
    const id = slug(paper.title);
    const mine = free(id);
    merged[i] = mine === id ? { ...paper, id } : apart(paper, mine, `another paper has the id "${id}"`, report);
  }
  for (const { source } of merged) if (source) countOf(report, source.file).kept++;
  return merged.sort(byPlace);
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Paper, b: Paper): number =>
  compare(a.source?.file ?? '', b.source?.file ?? '') || compare(a.source?.record ?? 0, b.source?.record ?? 0) || compare(a.id, b.id);

/** A total order but for records that are alike in everything. */
const fullestFirst = (a: Paper, b: Paper): number =>
  b.abstract.length - a.abstract.length ||
  compare(a.abstract, b.abstract) ||
  compare(a.title, b.title) ||
  compare(b.id.length, a.id.length) ||
  compare(a.id, b.id) ||
  byPlace(a, b);

/** What a record shares with another of the same paper: ids that name one paper everywhere, and the one that its source gave. */
const keysOf = ({ id, otherIds = [] }: Paper): string[] => {
  const global = [id, ...otherIds].map(globalId).filter((key) => key !== null);
  return id === '' ? global : [...global, `as given: ${id}`];
};

/** Papers of a group that a record is compared with word by word: more share an id or a title only where it says nothing. */
const CLOSELY = 30;

/** Joins each record of a group, the fullest first, to the first paper that it is the same as. */
function fold(group: readonly Paper[], same: (fuller: Paper, other: Paper, closely: boolean) => boolean, report: Report): Paper[] {
  const papers: Paper[] = [];
  for (const other of group) {
    const at = papers.findIndex((fuller, i) => same(fuller, other, i < CLOSELY));
    const fuller = papers[at];
    if (!fuller) {
      papers.push(other);
      continue;
    }
    papers[at] = joined(fuller, other);
    if (!other.source) continue;
    const { file, record, line } = other.source;
    countOf(report, file).merged++;
    if (!sameName(fuller, other)) {
      const problem = `the same id "${other.id}" as "${fuller.title}", which has the fuller abstract: merged into it, this title is left out`;
      tell(report, { file, record, ...(line !== undefined && { line }), problem, done: 'skipped' });
    }
  }
  return papers;
}

/** Words that two titles of one DOI share of all that either has. */
const ALIKE = 0.3;

const sameName = (a: Paper, b: Paper): boolean => wholeSlug(a.title) === wholeSlug(b.title);

/**
 * An arXiv id names one paper. A DOI may be one of a whole volume, and "1" is the first of any list: these are believed when
 * titles or abstracts agree.
 */
function sameId(a: Paper, b: Paper, closely: boolean): boolean {
  const keys = new Set(keysOf(a));
  const shared = keysOf(b).filter((key) => keys.has(key));
  if (shared.some((key) => key.startsWith('arxiv:'))) return true;
  if (sameName(a, b) || (b.abstract !== '' && agree(a, b, closely))) return true;
  return closely && shared.some((key) => !key.startsWith('as given: ')) && alike(a.title, b.title) >= ALIKE;
}

/** Two ids of their own and no abstract to compare: "Editorial" is the title of many. */
const sameTitle = (a: Paper, b: Paper, closely: boolean): boolean =>
  agree(a, b, closely) && (a.id === '' || b.id === '' || a.id === b.id || b.abstract.trim() !== '');

/** The fuller record, with what only the other knows. */
function joined(fuller: Paper, other: Paper): Paper {
  const authors =
    (other.authors?.names?.length ?? 0) > (fuller.authors?.names?.length ?? 0) ? other.authors : (fuller.authors ?? other.authors);
  const upvotes = Math.max(fuller.upvotes ?? -1, other.upvotes ?? -1);
  const given = [fuller.id, other.id].filter((id) => id !== '');
  const id = given.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? '';
  const otherIds = [...new Set([...(fuller.otherIds ?? []), ...(other.otherIds ?? []), ...given])].filter((other) => other !== id).sort();
  const date = dateOf(fuller, other);
  const url = id === fuller.id ? (fuller.url ?? other.url) : (other.url ?? fuller.url);
  const sources = [...(fuller.otherSources ?? []), ...(other.otherSources ?? []), ...(other.source ? [other.source] : [])];
  sources.sort((a, b) => compare(a.file, b.file) || a.record - b.record);
  return {
    ...fuller,
    id,
    ...(otherIds.length > 0 && { otherIds }),
    ...(date && { date }),
    ...(authors && { authors }),
    ...(upvotes >= 0 && { upvotes }),
    ...keywordsFrom([...(fuller.keywords ?? []), ...(other.keywords ?? [])]),
    ...(url !== undefined && { url }),
    ...(sources.length > 0 && { otherSources: sources.slice(0, CAPS.sources) }),
  };
}

/** The more precise date, and of two that are as precise the earlier one. */
function dateOf(a: Paper, b: Paper): PartialDate | undefined {
  const more = precision(b) - precision(a);
  return more > 0 || (more === 0 && inOrder(b.date) < inOrder(a.date)) ? b.date : a.date;
}

const inOrder = (date: PartialDate | undefined): number => (date?.year ?? 0) * 10_000 + (date?.month ?? 0) * 100 + (date?.day ?? 0);

const precision = ({ date }: Paper): number =>
  (date?.year !== undefined ? 4 : 0) + (date?.month !== undefined ? 2 : 0) + (date?.day !== undefined ? 1 : 0);

function apart(paper: Paper, id: string, why: string, report: Report): Paper {
  if (paper.source) {
    const { file, record, line } = paper.source;
    const problem = `${why}: kept apart as "${id}"`;
    tell(report, { file, record, ...(line !== undefined && { line }), problem, done: 'kept' });
  }
  return { ...paper, id };
}
