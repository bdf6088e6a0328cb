import type { Paper } from '../../../src/model.ts';
import type { Report } from '../../../src/report.ts';
import type { Reader } from '../../types.ts';
import { CAPS } from '../caps.ts';
import { countOf, reject, tell } from '../counts.ts';
import { wholeText } from '../streams.ts';
import { closingAt, type Closing } from './daily-papers-closing.ts';
import { authorsLine, isFurniture, isHeading, linesOf, type Line } from './daily-papers-lines.ts';

/** Longer is an abstract whose title is missing. */
const LONGEST_TITLE = 500;

/** The Daily Papers page of Hugging Face, saved or copied as plain text. */
export const dailyPapersPage: Reader = {
  id: 'daily-papers-page',
  summary: 'the Daily Papers page of Hugging Face as plain text',
  extensions: ['txt', 'text', 'md'],

  sniff(head) {
    const lines = linesOf(head);
    if (lines.some(({ text }) => authorsLine(text) !== null)) return 0.9;
    const heading = lines.findIndex(({ text }) => isHeading(text));
    return heading !== -1 && lines.some(({ text }, i) => i !== heading && (isHeading(text) || isFurniture(text))) ? 0.6 : 0;
  },

  async *read(chunks, file, report) {
    const { all: text, more } = await wholeText(chunks, CAPS.whole);
    if (more) tell(report, { file, problem: `the page has more than ${CAPS.whole} characters: the rest is left out`, done: 'skipped' });
    const count = countOf(report, file);
    const dropLines = (dropped: readonly Line[]) => {
      count.dropped += dropped.filter((line) => line.text !== '').length;
    };
    let record = 0;
    for (const { lines, closing, heading } of piecesOf(linesOf(text))) {
      const [from, to] = paperLines(lines, closing === null);
      const piece = lines.slice(from, to);
      if (heading) dropLines([heading]);
      if (heading && isScrap(piece)) dropLines(lines);
      else {
        dropLines([...lines.slice(0, from), ...lines.slice(to)]);
        if (piece.length === 0 && !closing) continue;
        const place = { file, record: ++record, line: piece[0]?.line ?? closing!.line };
        const paper = paperOf(text, piece);
        if (typeof paper === 'string') reject(report, { ...place, problem: paper });
        else {
          tellMissing(report, place, closing);
          tellSwallowed(report, place, piece);
          yield { ...paper, ...fieldsOf(closing), source: { ...place, reader: 'daily-papers-page' } };
        }
      }
    }
  },
};

/** The page cut after each closing block and at each heading; a whole paper stands in a piece that is closed. */
function* piecesOf(lines: readonly Line[]): Generator<{ lines: Line[]; closing: Closing | null; heading?: Line }> {
  let from = 0;
  for (let i = 0; i < lines.length;) {
    const heading = lines[i]!;
    const closing = closingAt(lines, i);
    if (closing) yield { lines: lines.slice(from, i), closing };
    else if (isHeading(heading.text)) yield { lines: lines.slice(from, i), closing, heading };
    i = closing ? closing.next : i + 1;
    if (closing || isHeading(heading.text)) from = i;
  }
  yield { lines: lines.slice(from), closing: null };
}

/** From and to: the lines that may belong to a paper. Below it there is furniture only where no closing block ends it. */
function paperLines(lines: readonly Line[], open: boolean): [from: number, to: number] {
  const idle = ({ text }: Line): boolean => text === '' || isFurniture(text);
  let [from, to] = [0, lines.length];
  while (from < to && idle(lines[from]!)) from++;
  while (from < to && (open ? idle(lines[to - 1]!) : lines[to - 1]!.text === '')) to--;
  return [from, to];
}

/** Before a heading, short lines are what the page shows above it; a paper has a line of some length. */
const isScrap = (piece: readonly Line[]): boolean => piece.every(({ text }) => text.length < 150);

/** Title and abstract, exactly as given, or what is wrong with the piece. */
function paperOf(text: string, piece: readonly Line[]): Pick<Paper, 'id' | 'title' | 'abstract'> | string {
  const [first, last] = [piece[0], piece.at(-1)];
  if (!first || !last) return 'a number of authors without a title and an abstract before it: copy the page from its top';
  const blank = piece.findIndex((line) => line.text === '');
  const titleEnds = blank === -1 ? 1 : blank; // without blank lines, the title is the first line
  const abstractAt = piece.findIndex((line, i) => i >= titleEnds && line.text !== '');
  const title = text.slice(first.start, piece[titleEnds - 1]!.end);
  if (abstractAt === -1)
    return title.length > LONGEST_TITLE || piece.length > 1
      ? 'an abstract without a title: the page seems cut off at its top; copy the whole page'
      : 'a title without an abstract: the page seems cut off here; copy the whole page';
  if (title.length > LONGEST_TITLE)
    return `the title would have ${title.length} characters: the page seems cut off above it; copy the whole page`;
  return { id: '', title, abstract: text.slice(piece[abstractAt]!.start, last.end) };
}

function fieldsOf(closing: Closing | null): Pick<Paper, 'date' | 'authors' | 'upvotes'> {
  if (!closing) return {};
  const { authors, date, upvotes } = closing;
  return { authors, ...(date && { date }), ...(upvotes !== undefined && { upvotes }) };
}

function tellMissing(report: Report, place: { file: string; record: number; line: number }, closing: Closing | null): void {
  if (!closing)
    tell(report, {
      ...place,
      problem: 'no authors and date after the abstract: the page seems cut off, the abstract may be too',
      done: 'kept',
    });
  else if (closing.unread)
    tell(report, { ...place, problem: `"${closing.unread}" is no date that can be read: left out`, done: 'skipped' });
  else if (closing.unread === '') tell(report, { ...place, problem: 'no date after the authors: the page may be cut off', done: 'kept' });
}

/** A line like a title that stands alone between paragraphs may be the next paper's, where this one's authors are missing. */
function tellSwallowed(report: Report, place: { file: string; record: number }, piece: readonly Line[]): void {
  const paragraphs = piece.filter(({ text }, i) => text !== '' && (i === 0 || piece[i - 1]!.text === ''));
  for (const [i, { text, line }] of paragraphs.entries()) {
    if (i < 2 || text.length > 200 || /[.:;,!]$/.test(text) || (paragraphs[i + 1]?.text.length ?? 0) < 300) continue;
    const problem = `the abstract holds "${text}" as a line of its own: if it is a title, two papers are read as one, as the authors of the first are missing`;
    tell(report, { ...place, line, problem, done: 'kept' });
  }
}
