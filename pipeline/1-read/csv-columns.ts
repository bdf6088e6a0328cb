import Papa from 'papaparse';

/** What a column of a table of papers may hold. */
export type Column = 'id' | 'arxiv' | 'doi' | 'pmid' | 'title' | 'abstract' | 'authors' | 'date' | 'year' | 'keywords' | 'url' | 'upvotes';

/** Names of columns in lower case without signs, the most telling first. */
const NAMES: Readonly<{ [column in Column]: readonly string[] }> = {
  title: ['title', 'papertitle', 'articletitle', 'documenttitle', 'ti', 'name', 'titles'],
  abstract: ['abstract', 'abstracts', 'papersabstract', 'paperabstract', 'abstractnote', 'abstracttext', 'summary', 'summaries', 'ab', 'description'],
  arxiv: ['arxivid', 'arxiv', 'arxivnumber', 'eprint'],
  doi: ['doi', 'doilink', 'digitalobjectidentifier', 'di'],
  pmid: ['pmid', 'pubmedid'],
  id: ['id', 'paperid', 'key', 'identifier', 'uid', 'eid', 'utuniquewosid', 'ut', 'corpusid'],
  authors: ['authors', 'author', 'authornames', 'authorfullnames', 'authorsparsed', 'creators', 'au', 'af', 'names'],
  date: ['date', 'published', 'publicationdate', 'publisheddate', 'datepublished', 'publishedat', 'pubdate', 'onlinedate', 'submitted', 'submitteddate', 'created', 'coverdate', 'earlyaccessdate', 'createdate'],
  year: ['year', 'publicationyear', 'pubyear', 'py', 'yearpublished'],
  keywords: ['keywords', 'authorkeywords', 'keyword', 'tags', 'manualtags', 'indexkeywords', 'ieeeterms', 'de', 'terms', 'topics'],
  url: ['url', 'link', 'urlpaper', 'paperurl', 'pdflink', 'pdfurl', 'urlabs', 'abs', 'sourceurl', 'doiurl'],
  upvotes: ['upvotes', 'votes', 'likes'],
}; // prettier-ignore

/** '' for what is no name: a piece of JSON, of a sentence. */
const plain = (name: string): string =>
  /[{}[\]":<>@]/.test(name) || name.length > 60 ? '' : name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Which column of a heading holds what; the index of each. */
export function columnsOf(heading: readonly string[]): Map<Column, number> {
  const given = heading.map(plain);
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const name = names.find((each) => given.includes(each));
    if (name !== undefined) columns.set(column, given.indexOf(name));
  }
  return columns;
}

/** The sign between cells: the one with which the heading has most columns that are known. */
export function delimiterOf(head: string): string {
  const known = (delimiter: string): number => columnsOf(firstRow(head, delimiter)).size;
  let best = ',';
  for (const delimiter of ['\t', ';', '|']) if (known(delimiter) > known(best)) best = delimiter;
  return best;
}

/** The cells of the heading. */
export const headingOf = (head: string): string[] => firstRow(head, delimiterOf(head));

const firstRow = (head: string, delimiter: string): string[] =>
  Papa.parse<string[]>(head.slice(0, 10_000).trimStart(), { delimiter, preview: 1, newline: '\n' }).data[0] ?? [];
