import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyPapersPage } from '../../../pipeline/1-read/readers/daily-papers-page.ts';
import { authorsLine, isFurniture, isHeading } from '../../../pipeline/1-read/readers/daily-papers-lines.ts';
import type { Paper } from '../../../src/model.ts';
import { readWith, unaccounted } from '../../helpers/read.ts';

async function readPage(text: string) {
  const { papers, report } = await readWith(dailyPapersPage, text, 'page');
  return { papers, report, messages: report.messages, count: report.files[0] };
}
const bare = ({ source: _source, id: _id, ...paper }: Paper) => paper;
const long = 'We study a thing at some length. '.repeat(10).trim();

describe('the Daily Papers page', () => {
  it.each<[string, string, object]>([
    ['a paper', `T\n\nA\n\n  • 4 authors\n·\nNov 27, 2022`, { title: 'T', abstract: 'A', authors: { count: 4 }, date: { year: 2022, month: 11, day: 27 } }],
    ['one author', `T\n\nA\n\n  • 1 author\n·\nJan 1`, { title: 'T', abstract: 'A', authors: { count: 1 }, date: { month: 1, day: 1 } }],
    ['upvotes', `T\n\nA\n\n• 2 authors\n·\nNov 12, 2024 27`, { title: 'T', abstract: 'A', authors: { count: 2 }, date: { year: 2024, month: 11, day: 12 }, upvotes: 27 }],
    ['upvotes, no year', `T\n\nA\n\n• 2 authors\n·\nJan 1 2`, { title: 'T', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 }, upvotes: 2 }],
    ['upvotes on a line', `T\n\nA\n\n• 2 authors\n·\nJan 1\n12`, { title: 'T', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 }, upvotes: 12 }],
    ['paragraphs', `T\n\nA one.\n\n  A two,\nwrapped.\n\n• 2 authors\n·\nJan 1`, { title: 'T', abstract: 'A one.\n\n  A two,\nwrapped.', authors: { count: 2 }, date: { month: 1, day: 1 } }],
    ['a numbered title', `3. • 2024: T\n\nA\n\n• 2 authors\n·\nJan 1`, { title: '3. • 2024: T', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 } }],
    ['a title on two lines', `T\nU\n\nA\n\n• 2 authors\n·\nJan 1`, { title: 'T\nU', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 } }],
    ['furniture around', `new\n\nDaily Papers\n\nbyAK and the research community\n\nJan 7\n\nT\n\nA\n\n• 2 authors\n·\nJan 1\n\nPrevious\n\nNext`, { title: 'T', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 } }],
    ['unknown lines above', `Whatever\n\nDaily Papers\n\nbyAK and the research community\n\nT\n\nA\n\n• 2 authors\n·\nJan 1`, { title: 'T', abstract: 'A', authors: { count: 2 }, date: { month: 1, day: 1 } }],
  ])('reads %s', async (_, text, paper) => {
    const { papers, messages } = await readPage(text);
    expect(papers.map(bare)).toEqual([paper]);
    expect(messages).toEqual([]);
  }); // prettier-ignore

  it.each<[string, string, string[], [number, string, string][]]>([
    ['no date', `T\n\nA\n\n• 2 authors\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['T', 'U'], [[1, 'no date', 'kept']]],
    ['no authors between two papers', `T\n\n${long}\n\nU\n\n${long.repeat(9)}\n\n• 1 author\n·\nJan 1`, ['T'], [[1, 'the abstract holds "U"', 'kept']]],
    ['no date below the dot', `T\n\nA\n\n• 2 authors\n·\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['T', 'U'], [[1, 'no date', 'kept']]],
    ['an odd date', `T\n\nA\n\n• 2 authors\n·\nFeb 31, 2024\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['T', 'U'], [[1, '"Feb 31, 2024" is no date', 'skipped']]],
    ['cut in the date', `T\n\nA\n\n• 2 authors\n·\nNov 27, 20`, ['T'], [[1, '"Nov 27, 20" is no date', 'skipped']]],
    ['cut in the abstract', `T\n\nA\n\n• 2 authors\n·\nJan 1\n\nU\n\n${long}`, ['T', 'U'], [[2, 'cut off', 'kept']]],
    ['cut after a title', `T\n\nA\n\n• 2 authors\n·\nJan 1\n\nU`, ['T'], [[2, 'a title without an abstract', 'rejected']]],
    ['cut at the top', `${long.repeat(2)}\n\n• 2 authors\n·\nJan 1\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['U'], [[1, 'an abstract without a title', 'rejected']]],
    ['cut at the top, two paragraphs', `${long.repeat(2)}\n\n${long}\n\n• 2 authors\n·\nJan 1`, [], [[1, 'cut off above', 'rejected']]],
    ['authors alone', `• 2 authors\n·\nJan 1\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['U'], [[1, 'without a title', 'rejected']]],
    ['another page after a cut one', `T\n\n${long}\n\nDaily Papers\n\nJan 7\n\nU\n\nB\n\n• 1 author\n·\nJan 1`, ['T', 'U'], [[1, 'cut off', 'kept']]],
  ])('with %s: reads what is there and says what is not', async (_, text, titles, told) => {
    const { papers, messages, count } = await readPage(text);
    expect(papers.map(({ title }) => title)).toEqual(titles);
    expect(messages).toHaveLength(told.length);
    for (const [i, [record, problem, done]] of told.entries()) {
      expect(messages[i]).toMatchObject({ file: 'page', record, done });
      expect(messages[i]!.problem).toContain(problem);
    }
    expect(count!.rejected).toBe(told.filter(([, , done]) => done === 'rejected').length);
  }); // prettier-ignore

  it('places papers by record and line', async () => {
    const { papers } = await readPage('Daily Papers\n\nT\n\nA\n\n• 1 author\n·\nJan 1\n\nU\n\nB\n\n• 2 authors\n·\nJan 2');
    expect(papers.map(({ source }) => [source!.record, source!.line])).toEqual([[1, 3], [2, 11]]); // prettier-ignore
  });

  it('gives back what a page is made of, exactly', async () => {
    const line = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => {
      const trimmed = text.trim();
      return text === trimmed && trimmed !== '' && !authorsLine(text) && !isFurniture(text) && !isHeading(text) && !/[\n\r]/.test(text);
    });
    const paper = fc.record({
      title: line,
      paragraphs: fc.array(line, { minLength: 1, maxLength: 3 }),
      count: fc.nat(999),
      upvotes: fc.option(fc.nat(9999)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 5 }), async (page) => {
        const blocks = page.map(
          ({ title, paragraphs, count, upvotes }) =>
            `${title}\n\n${paragraphs.join('\n\n')}\n\n  • ${count} authors\n·\nNov 27, 2022${upvotes === null ? '' : ` ${upvotes}`}`,
        );
        const { papers, messages, count } = await readPage(
          `Daily Papers\n\nbyAK and the research community\n\nJan 7\n\n${blocks.join('\n\n')}\n`,
        );
        expect(
          papers.map(({ title, abstract, authors, upvotes }) => ({ title, abstract, count: authors!.count, upvotes: upvotes ?? null })),
        ).toEqual(
          page.map(({ title, paragraphs, count: authors, upvotes }) => ({
            title,
            abstract: paragraphs.join('\n\n'),
            count: authors,
            upvotes,
          })),
        );
        expect(messages).toEqual([]);
        expect(count!.dropped).toBe(3);
      }),
    );
  });

  it('never throws, and accounts for all that it begins', async () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.constantFrom('  • 4 authors', '·', 'Nov 27, 2022 3', 'Daily Papers', 'new', '', '', long),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (lines) => {
        const { papers, report } = await readPage(lines.join('\n'));
        const numbers = [
          ...papers.map(({ source }) => source!.record),
          ...report.messages.filter(({ done }) => done === 'rejected').map(({ record }) => record!),
        ];
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
        expect(unaccounted(report)).toBe(0);
      }),
    );
  });

  it.each([
    ['half a page', 'new\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nT\n\nA', true],
    ['the other half', 'of an abstract.\n\n  • 4 authors\n·\nJan 1', true],
    ['prose', 'The 4 authors met.\n\nDaily papers were read.', false],
    ['a note of the name', '# Notes\n\nDaily Papers\n\nsome text', false],
    ['JSON Lines', '{"title": "• 4 authors", "abstract": "Daily Papers"}', false],
  ])('%s is recognised by content', (_, text, is) => {
    expect(dailyPapersPage.sniff(text) > 0).toBe(is);
  });
});
