import type { Paper } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { slug, wholeSlug } from '../../src/slug.ts';
import { countOf, tell } from './counts.ts';

/**
 * One paper for all of its records, each with an id. Records are one paper when they bear the same id, or the same title
 * and abstracts that agree. Which record is the fuller, and which of two papers gets the suffix, follows from
 * the content alone, not from the order of input.
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

  const papers = sorted.filter(({ id }) => id === '');
  for (const group of groups(
    sorted.filter(({ id }) => id !== ''),
    ({ id }) => id,
  )) {
    for (const [i, paper] of fold(group, sameId, report).entries())
      papers.push(
        i === 0 ? paper : apart(paper, free(paper.id), `the id "${paper.id}" stands for another paper too, with another abstract`, report),
      );
  }
  papers.sort(fullestFirst);
  const merged = groups(papers, ({ title }) => wholeSlug(title)).flatMap((group) => fold(group, sameTitle, report));
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

function groups(papers: readonly Paper[], keyOf: (paper: Paper) => string): Paper[][] {
  const byKey = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = keyOf(paper);
    const group = byKey.get(key);
    if (group) group.push(paper);
    else byKey.set(key, [paper]);
  }
  return [...byKey.values()];
}

/** Joins each record of a group, the fullest first, to the first paper that it is the same as. */
function fold(group: readonly Paper[], same: (fuller: Paper, other: Paper) => boolean, report: Report): Paper[] {
  const papers: Paper[] = [];
  for (const other of group) {
    const at = papers.findIndex((fuller) => same(fuller, other));
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

/** arXiv ids and DOIs name one paper wherever they stand; another id is believed when title or abstract agrees ("1" is the first of any list). */
const isGlobal = (id: string): boolean =>
  /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?$|^10\.\d{4,9}\//i.test(id);

const sameName = (a: Paper, b: Paper): boolean => wholeSlug(a.title) === wholeSlug(b.title);

const sameId = (a: Paper, b: Paper): boolean => isGlobal(a.id) || sameName(a, b) || (b.abstract !== '' && agree(a, b));

/** Two ids of their own and no abstract to compare: "Editorial" is the title of many. */
const sameTitle = (a: Paper, b: Paper): boolean => agree(a, b) && (a.id === '' || b.id === '' || a.id === b.id || b.abstract.trim() !== '');

/** Abstracts agree when one is the other, or its beginning; an absent one agrees with any. */
function agree(fuller: Paper, other: Paper): boolean {
  if (fuller.abstract === other.abstract) return true;
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const [long, short] = [plain(fuller.abstract), plain(other.abstract).replace(/ ?(?:…|\.{3})$/, '')];
  return long.startsWith(short) || (long.length < short.length && short.startsWith(long));
}

/** The fuller record, with what only the other knows. */
function joined(fuller: Paper, other: Paper): Paper {
  const date = precision(other) > precision(fuller) ? other.date : fuller.date;
  const authors =
    (other.authors?.names?.length ?? 0) > (fuller.authors?.names?.length ?? 0) ? other.authors : (fuller.authors ?? other.authors);
  const upvotes = Math.max(fuller.upvotes ?? -1, other.upvotes ?? -1);
  const url = fuller.url ?? other.url;
  const id = fuller.id || other.id;
  const otherIds = [...new Set([...(fuller.otherIds ?? []), ...(other.otherIds ?? []), other.id])]
    .filter((i) => i !== '' && i !== id)
    .sort();
  return {
    ...fuller,
    id,
    ...(otherIds.length > 0 && { otherIds }),
    ...(date && { date }),
    ...(authors && { authors }),
    ...(upvotes >= 0 && { upvotes }),
    ...(url !== undefined && { url }),
  };
}

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
