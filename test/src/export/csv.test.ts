import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, row } from '../../../src/export/csv.ts';
import { edgesCsv, nodesCsv, resultsCsv } from '../../../src/export/csv-tables.ts';
import type { PaperNode, ResultNode } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { parseCsv } from '../../helpers/csv.ts';
import { sentencesOf, textOf } from '../../helpers/export.ts';
import { smallGraph } from '../../helpers/graph.ts';

const read = (value: string | number | null | undefined): string => parseCsv(row([value]))[0]![0]!;

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\n=1', "'\n=1"],
  ['\0=1', "'\0=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  [' －1', "' －1"],
  ['＠a', "'＠a"],
  ['-40%', "'-40%"],
  ['-40', '-40'],
  ['+2.5', '+2.5'],
  ['a=1', 'a=1'],
  ['3-4', '3-4'],
  ['', ''],
  ['say "hi", then\r\nleave', 'say "hi", then\r\nleave'],
  ['half \ud800 of a pair', 'half \ufffd of a pair'],
])('text %j is written as %j', (text, written) => expect(read(text)).toBe(written));

test.each([[-3.5, '-3.5'], [0, '0'], [1e21, '1e+21'], [Number.NaN, ''], [Infinity, ''], [null, ''], [undefined, '']])(
  '%s is written as %j, without quotes',
  (value, written) => expect(cell(value)).toBe(written),
); // prettier-ignore

const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', '"', ',', ';', "'", '1', '.', 'a', '\u3000'),
});

test('any rows are read back, but for the apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(nasty, fc.string()), { minLength: 1 })), (rows) => {
      const back = parseCsv(rows.map(row).join(''));
      expect(back.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
      rows.forEach((cells, r) =>
        cells.forEach((text, c) => {
          const there = back[r]![c]!;
          expect([text, `'${text}`]).toContain(there);
          const first = there.trimStart()[0] ?? '';
          if ('=+-@＝＋－＠'.includes(first) && first) expect(Number.isFinite(Number(there))).toBe(true);
          expect(['\t', '\r']).not.toContain(there[0]);
        }),
      );
    }),
  );
});

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('results of %s', (_, graph) => {
  const [head, ...rows] = parseCsv([...(resultsCsv.write(graph) as Iterable<string>)].join(''));
  const items = rows.map((cells) => Object.fromEntries(cells.map((text, i) => [head![i]!, text])));

  test('are a row each, by id', () => {
    expect(items.map((item) => item['result'])).toEqual(graph.filterNodes((_, { kind }) => kind === 'result').sort());
    expect(items.length).toBeGreaterThan(3);
  });

  test('bear what the graph knows of them', () => {
    for (const item of items) {
      const node = graph.getNodeAttributes(item['result']!) as ResultNode;
      const paper = graph.getNodeAttributes(item['paper']!) as PaperNode;
      const plain = (text: string | undefined) => text?.replace(/^'/, '');
      expect(item).toMatchObject({
        paper: node.evidence.paper,
        low: String(node.quantity?.low ?? ''),
        high: String(node.quantity?.high ?? ''),
        unit: node.quantity?.unit ?? '',
        direction: node.direction,
      });
      for (const slot of ['value', 'metric', 'baseline', 'dataset', 'hardware', 'hedge'] as const)
        expect(plain(item[slot])).toBe(node[slot] ?? '');
      expect(plain(item['title'])).toBe(paper.title);
      expect(item['sentence']).toContain(item['value']);
      const [start, end] = paper.sentences[node.evidence.sentence]!;
      expect(plain(item['sentence'])).toBe(`${paper.title}\n${paper.abstract}`.slice(start, end));
      expect(item['date']).toMatch(/^(?:\d{4}(?:-\d\d){0,2})?$/);
    }
  });
});

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('tables of %s', async (_, graph) => {
  const tableOf = async (exporter: typeof nodesCsv) => {
    const [head, ...rows] = parseCsv(await textOf(exporter, graph));
    return rows.map((cells) => Object.fromEntries(cells.map((text, i) => [head![i]!, text.replace(/^'/, '')])));
  };

  test('nodes bear what the graph knows of them', async () => {
    const rows = await tableOf(nodesCsv);
    expect(rows.map(({ id }) => id)).toEqual(graph.nodes().sort());
    for (const row of rows) {
      const { label, kind, community, x, y, size } = graph.getNodeAttributes(row['id']!);
      expect(row).toMatchObject({ label, kind, community: community ?? '', x: String(x), y: String(y), size: String(size) });
    }
  });

  test('edges bear their sentences', async () => {
    const rows = await tableOf(edgesCsv);
    expect(rows.map(({ id }) => id)).toEqual(graph.edges().sort());
    const sentences = sentencesOf(graph);
    for (const row of rows) {
      const { kind, weight } = graph.getEdgeAttributes(row['id']!);
      expect([row['source'], row['target']]).toEqual(graph.extremities(row['id']!));
      expect(row).toMatchObject({ kind, weight: String(weight), evidence: sentences.get(row['id']!)!.join('\n') });
    }
  });
});
