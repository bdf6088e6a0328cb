import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bullets, plain, table } from '../../../src/markdown.ts';
import { reportOf } from '../../../pipeline/8-publish/report.ts';
import { tallyOf } from '../../../pipeline/summary.ts';
import type { Report } from '../../../src/report.ts';
import { built } from '../../helpers/built.ts';
import { seedRecords } from '../../helpers/gold.ts';

const report: Report = {
  files: [
    { file: 'b.jsonl', reader: 'json-lines', read: 5, kept: 2, merged: 1, rejected: 2, dropped: 0 },
    { file: 'a|b.txt', reader: null, read: 0, kept: 0, merged: 0, rejected: 0, dropped: 7 },
  ],
  messages: [
    { file: 'a|b.txt', problem: 'is <b>empty</b>', done: 'rejected' },
    { file: 'b.jsonl', record: 3, line: 4, problem: 'no title\nin it', done: 'skipped' },
  ],
};

describe('the seeds', () => {
  const records = seedRecords();
  const { graph, analysis } = built(records);
  const page = [
    ...reportOf({
      graph,
      tally: tallyOf(records),
      report,
      told: ['Found so_.'],
      notes: ['A note_.'],
      losses: { characters: 3, numbers: 0 },
    }),
  ].join('');
  const section = (title: string): string => page.split(/^(?=##+ )/m).find((part) => part.startsWith(`${title}\n`)) ?? '';

  test('tells counts of each file and of all', () => {
    const rows = section('## Input').split('\n').filter((line) => line.startsWith('|')); // prettier-ignore
    expect(rows).toEqual([
      '| file | reader | read | kept | merged | rejected | dropped |',
      '| --- | --- | --: | --: | --: | --: | --: |',
      '| a\\|b.txt | none | 0 | 0 | 0 | 0 | 7 |',
      '| b.jsonl | json-lines | 5 | 2 | 1 | 2 | 0 |',
      '| all |  | 5 | 2 | 1 | 2 | 7 |',
    ]);
  });

  test('tells every problem with its place and what was done', () => {
    expect(section('## Problems')).toContain('| a\\|b.txt | is \\<b\\>empty\\</b\\> | rejected |\n');
    expect(section('## Problems')).toContain('| b.jsonl, line 4, record 3 | no title in it | skipped |\n');
  });

  test('counts entities by type, as the graph holds them', () => {
    for (const type of ['technique', 'dataset', 'hardware', 'metric', 'task'])
      expect(section('## Entities')).toContain(`| ${type} | ${graph.filterNodes((_, { kind }) => kind === type).length} |\n`);
  });

  test('lists the strongest techniques, those of most papers first', () => {
    const names = [...section('### Strongest techniques').matchAll(/^\| (?!name|---)(.+?) \| (\d+) \|/gm)];
    const papers = names.map(([, , count]) => Number(count));
    const all = graph.mapNodes((_, node) => (node.kind === 'technique' ? node.papers : 0)).sort((a, b) => b - a);
    expect(papers).toEqual(all.slice(0, papers.length));
    expect(papers.length).toBe(15);
  });

  test('counts results and claims', () => {
    const results = records.reduce((sum, record) => sum + record.results.length, 0);
    const claims = records.reduce((sum, record) => sum + record.claims.length, 0);
    expect(section('## Results and claims')).toContain(`Results: ${results}. Claims without a figure: ${claims}.`);
    const decreases = records.flatMap((record) => record.results).filter(({ direction }) => direction === 'decrease');
    expect(section('## Results and claims')).toContain(`| decrease | ${decreases.length} |\n`);
  });

  test('says how communities were found', () => expect(section('## Communities')).toContain('\n\nFound so\\_.\n\n'));

  test('every paper stands in one community, or in none', () => {
    const listed = page
      .slice(page.indexOf('## Communities'), page.indexOf('## Left out'))
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(listed.sort()).toEqual(records.map(({ title }) => `- ${plain(title)}`).sort());
    for (const { label, size } of analysis.communities) {
      expect(section(`### ${plain(label)}`)).toMatch(new RegExp(`^${size} papers\\.`, 'm'));
      expect(section(`### ${plain(label)}`).split('\n- ')).toHaveLength(size + 1);
    }
  });

  test('tells what was left out', () => {
    expect(section('## Left out or estimated')).toContain(
      '- A note\\_.\n- Characters that XML cannot hold, not written to graph.gexf: 3.\n',
    );
  });
});

test('nothing read, nothing found: a page all the same', () => {
  const { graph } = built([]);
  const losses = { characters: 0, numbers: 0 };
  const page = [...reportOf({ graph, tally: tallyOf([]), report: { files: [], messages: [] }, told: [], notes: [], losses })].join('');
  expect(page).toContain('| technique | 0 |');
  expect(page).not.toMatch(/NaN|undefined|Left out/);
});

test.each([
  ['a|b', 'a\\|b'],
  ['# head', '\\# head'],
  ['- item', '\\- item'],
  ['12. item', '12\\. item'],
  ['1.5x', '1.5x'],
  ['1. x', '1\\. x'],
  ['[a](javascript:x)', '\\[a\\](javascript:x)'],
  ['<script>', '\\<script\\>'],
  ['two\n\nlines\t', 'two lines'],
  ['half \ud800', 'half'],
  ['well-known', 'well-known'],
])('%j is plain as %j', (text, written) => expect(plain(text)).toBe(written));

test('no text breaks a table', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer())), (rows) => {
      const lines = [...table(['text', 'number'], rows)].join('').split('\n');
      expect(lines).toHaveLength(rows.length ? rows.length + 4 : 1);
      for (const line of lines.filter(Boolean)) expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
    }),
  );
});

test.each([
  [0, 2, ''],
  [2, 2, '- 0\n- 1\n\n'],
  [5, 2, '- 0\n- 1\n- and 3 more\n\n'],
])('%d items, at most %d', (count, most, written) => {
  expect([...bullets(Array.from({ length: count }, (_, i) => String(i)), most)].join('')).toBe(written); // prettier-ignore
});
