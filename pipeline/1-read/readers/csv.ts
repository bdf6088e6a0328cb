import type { Reader } from '../../types.ts';
import { authorsFrom, spoken } from '../authors.ts';
import { csvRows, type Row } from '../csv.ts';
import { columnsOf, delimiterOf, headingOf, type Column } from '../csv-columns.ts';
import { dateIn, parseDate } from '../date.ts';
import { papersFrom, type Cut, type Draft, type Say } from '../drafts.ts';
import { identified, pageOf } from '../ids.ts';
import { urlOf } from '../json/fields.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

type Cells = ReadonlyMap<Column, string>;

/** CSV and TSV with a heading: columns are known by their names, as Scopus, Web of Science, IEEE, Kaggle and others write them. */
export const csv: Reader = {
  id: 'csv',
  summary: 'CSV or TSV with a heading (title, abstract, ...)',
  extensions: ['csv', 'tsv', 'tab'],
  sniff(head) {
    const heading = headingOf(head);
    const columns = columnsOf(heading);
    if (heading.length < 2 || !columns.has('title')) return 0;
    return columns.has('abstract') ? 0.85 : columns.size > 2 ? 0.75 : 0.4;
  },
  read: (text, file, report) => papersFrom('csv', named(text), file, report, draft),
};

/** The rows as cells by column; what was made of the heading is told. */
async function* named(text: AsyncIterable<string>): AsyncGenerator<Cut<Cells>> {
  const chunks = text[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const delimiter = delimiterOf(first.value);
  const all = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  let heading: readonly string[] | null = null;
  let columns: ReadonlyMap<Column, number> = new Map();
  for await (const cut of csvRows(all, delimiter)) {
    if (!('value' in cut)) yield cut;
    else if (heading) yield* rowOf(cut.value, cut.line, heading, columns);
    else {
      heading = cut.value.cells;
      columns = columnsOf(heading);
      const read = [...columns].map(([column, i]) => `"${heading![i]}" as ${column}`);
      const unread = heading.filter((_, i) => ![...columns.values()].includes(i)).map((name) => `"${name}"`);
      const more = unread.length > 12 ? `, and ${unread.length - 12} more` : '';
      yield { line: cut.line, note: `columns read: ${read.join(', ')}${unread.length > 0 ? `; not read: ${unread.slice(0, 12).join(', ')}${more}` : ''}`, done: 'kept' }; // prettier-ignore
    }
  }
}

function* rowOf(
  { cells, fault }: Row,
  line: number,
  heading: readonly string[],
  columns: ReadonlyMap<Column, number>,
): Generator<Cut<Cells>> {
  const [given, wanted] = [cells.length, heading.length];
  if (fault) yield { line, problem: `${fault}: cells with quotes or line breaks are to be quoted, and quotes in them doubled` };
  else if (given > wanted)
    yield { line, problem: `${given} cells where the heading has ${wanted}: a cell with a delimiter in it is to be quoted` };
  else {
    const value = new Map([...columns].map(([column, i]) => [column, cells[i]?.trim() ?? ''] as const));
    const odd = `${given} cells where the heading has ${wanted}: the others are taken as empty, the file may be cut off`;
    yield given < wanted ? { line, value, odd } : { line, value };
  }
}

function draft(cells: Cells, say: Say): Draft {
  const cell = (column: Column): string => cells.get(column) ?? '';
  const pmid = /^\d{1,9}$/.test(cell('pmid')) ? `pmid:${cell('pmid')}` : cell('pmid');
  const ids = identified(cell('arxiv'), cell('doi'), pmid, cell('id'));
  const written = cell('date') || cell('year');
  const upvotes = /^\d{1,9}$/.test(cell('upvotes')) ? { upvotes: Number(cell('upvotes')) } : {};
  const page = urlOf({ url: cell('url') || undefined }, say);
  return {
    ...ids,
    title: readableTitle(cell('title')),
    abstract: readable(cell('abstract')),
    ...dateIn(written, say, () => parseDate(cell('year'))),
    ...authorsFrom(namesIn(cell('authors'))),
    ...upvotes,
    ...keywordsFrom(cell('keywords').split(/[;,|]/)),
    ...(page.url ? page : pageOf(ids.id)),
  };
}

/** Names parted by semicolons, by "|", by "and", or by commas; "Lee, Ann" is one name. */
function namesIn(cell: string): string[] {
  const list = /^\[(.*)\]$/s.exec(cell)?.[1]?.replace(/['"]/g, '') ?? cell;
  const one = /^[^\s,]+, ?[^\s,]+$/.test(list);
  const parts = /[;|]/.test(list) ? list.split(/[;|]/) : / and /.test(list) ? list.split(/,? and /) : one ? [list] : list.split(',');
  return parts.map((name) => readableTitle(spoken(name))).filter(Boolean);
}
