import { dateText } from '../../src/export/text.ts';
import type { Paper } from '../../src/model.ts';
import type { FileCount, Report } from '../../src/report.ts';
import { inputsFrom } from '../1-read/files.ts';
import { read } from '../1-read/index.ts';
import { counted } from '../reading.ts';
import { Failure, Misuse } from './errors.ts';
import { print, terminalWidth } from './output.ts';
import { showProgress } from './progress.ts';
import { printMessages } from './report.ts';
import { linedUp } from './table.ts';

interface ReadFlags {
  format: 'table' | 'json' | 'jsonl';
  limit: string;
  quiet: boolean;
}

/** More files than this are summed up by reader. */
const FILES = 12;
/** Characters of an abstract that the table shows. */
const SHOWN = 90;

/** Prints what is understood of some documents, and what is not, so that people can check. */
export async function readCommand(inputs: readonly string[], { format, limit, quiet }: ReadFlags): Promise<void> {
  if (!/^\d{1,9}$/.test(limit)) throw new Misuse(`--limit ${limit}: give a number`);
  const report: Report = { messages: [], files: [] };
  const shown = showProgress(quiet || format === 'jsonl' ? 'none' : 'auto');
  const most = format === 'table' ? Number(limit) : Infinity;
  const first: Paper[] = [];
  let count = 0;
  try {
    for await (const paper of read(counted(inputsFrom(inputs, report), report, shown.progress), report)) {
      if (format !== 'table')
        await print(
          `${format === 'json' ? (count === 0 ? '{"papers":[\n' : ',\n') : ''}${JSON.stringify(paper)}${format === 'json' ? '' : '\n'}`,
        );
      else if (first.length < most) first.push(paper);
      count++;
    }
  } finally {
    shown.finish();
  }
  const { files, messages } = report;
  if (format === 'json')
    await print(`${count === 0 ? '{"papers":[' : '\n'}],\n"files":${JSON.stringify(files)},\n"messages":${JSON.stringify(messages)}}\n`);
  if (format === 'table') await print(tables(first, count, files, terminalWidth()));
  if (format !== 'json') printMessages(report, '', Infinity);
  if (count === 0) throw new Failure(`no paper was found in ${inputs.join(', ')}`);
}

function tables(papers: readonly Paper[], count: number, files: readonly FileCount[], width?: number): string {
  const rows = papers.map(({ id, title, date, authors, abstract }) => [
    id,
    one(title),
    dateText(date) ?? '',
    authorsText(authors),
    beginning(one(abstract)),
  ]);
  const more = count > papers.length ? `\nand ${count - papers.length} more: --limit ${count} shows all, --format jsonl prints them` : '';
  const listed = papers.length > 0 ? [linedUp([['id', 'title', 'date', 'authors', 'abstract'], ...rows], width) + more] : [];
  const counts = linedUp([['file', 'reader', 'read', 'kept', 'merged', 'rejected', 'dropped'], ...countRows(files)], width);
  return `${[...listed, ...(files.length > 0 ? [counts] : [])].join('\n\n')}\n`;
}

const one = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const beginning = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s\S*$/, '')} … (${text.length} characters)` : text;

function authorsText(authors: Paper['authors']): string {
  const [first] = authors?.names ?? [];
  if (!authors) return '';
  if (first === undefined) return `${authors.count} author${authors.count === 1 ? '' : 's'}`;
  return authors.count === 1 ? first : `${first} and ${authors.count - 1} more`;
}

/** A row a file, or a row a reader where there are many files, with those that something went wrong with on their own. */
function countRows(files: readonly FileCount[]): string[][] {
  const row = (name: string, reader: string | null, all: readonly FileCount[]): string[] => [
    name,
    reader ?? 'none',
    ...(['read', 'kept', 'merged', 'rejected', 'dropped'] as const).map((key) => String(all.reduce((sum, file) => sum + file[key], 0))),
  ];
  const odd = (file: FileCount): boolean => files.length <= FILES || file.rejected > 0 || file.reader === null;
  const readers = [...new Set(files.filter((file) => !odd(file)).map(({ reader }) => reader))];
  const summed = readers.map((reader) => {
    const alike = files.filter((file) => file.reader === reader && !odd(file));
    return row(`${alike.length} file${alike.length === 1 ? '' : 's'}`, reader, alike);
  });
  return [
    ...files.filter(odd).map((file) => row(file.file, file.reader, [file])),
    ...summed,
    ...(files.length > 1 ? [row('all', '', files)] : []),
  ];
}
