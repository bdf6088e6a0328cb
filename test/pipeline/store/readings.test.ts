import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../../pipeline/1-read/index.ts';
import { Readings } from '../../../pipeline/store/readings.ts';
import type { Input } from '../../../pipeline/types.ts';
import type { Paper } from '../../../src/model.ts';
import { emptyReport, input, inPieces, readAll } from '../../helpers/read.ts';
import { scratch } from '../../helpers/scratch.ts';

const FIXTURES = readdirSync('test/fixtures/read', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test/fixtures/read', name))
  .filter((name) => statSync(name).isFile())
  .sort();
const fixtures = (): Input[] => FIXTURES.map((name) => input(name, readFileSync(name)));
const line = (title: string, abstract = 'A'): string => `${JSON.stringify({ title, abstract })}\n`;

/** What is read with what is known in a folder, and from which documents it was read anew; all of it is kept for the next time. */
async function through(folder: string, inputs: readonly Input[], program = 'one') {
  const readings = new Readings(folder, program);
  const report = emptyReport();
  const papers: Paper[] = [];
  for await (const paper of read(inputs, report, readings.records)) papers.push(paper);
  readings.close();
  const anew = [...readings.fresh];
  await readings.keep();
  return { papers, report, anew };
}

test('documents of every format and damage: the same papers and report, read anew or known', async () => {
  const folder = scratch();
  const plain = await readAll(fixtures());
  const first = await through(folder, fixtures());
  expect(first).toEqual({ ...plain, anew: FIXTURES });
  expect(await through(folder, fixtures())).toEqual({ ...plain, anew: [] });
});

test('any documents, some of them changed: only these are read anew', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(line('T'), line('U', 'B'), line('\ud800 & é'), '{"title":', '7\n'), { maxLength: 4 }), { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      async (contents, changed) => {
        const folder = scratch();
        const inputs = (edit: boolean): Input[] =>
          contents.map((lines, i) => input(`${i}.jsonl`, lines.join('') + (edit && changed[i] ? line(`new in ${i}`) : '')));
        await through(folder, inputs(false));
        const again = await through(folder, inputs(true));
        expect(again).toEqual({ ...(await readAll(inputs(true))), anew: contents.flatMap((_, i) => (changed[i] ? [`${i}.jsonl`] : [])) });
      },
    ),
    { numRuns: 30 },
  )); // prettier-ignore

test('the same content under another name, and another version of the program, are read anew', async () => {
  const folder = scratch();
  await through(folder, [input('a.jsonl', line('T'))]);
  const other = await through(folder, [input('b.jsonl', line('T'))]);
  expect([other.anew, other.papers[0]!.source!.file]).toEqual([['b.jsonl'], 'b.jsonl']);
  expect((await through(folder, [input('b.jsonl', line('T'))], 'two')).anew).toEqual(['b.jsonl']);
});

test('with more messages than are told one by one a document is read anew each time, as their number is told at the end', async () => {
  const folder = scratch();
  const bad = (): Input[] => [input('bad.jsonl', line('T') + '{"abstract":"without a title"}\n'.repeat(150))];
  const plain = await readAll(bad());
  expect(plain.report.messages.at(-1)!.problem).toContain('more problems');
  for (const _ of [1, 2]) {
    const { papers, report } = await through(folder, bad());
    expect({ papers, report }).toEqual(plain);
  }
});

test('a large document, and one that cannot be read to its end, pass as they come', async () => {
  const folder = scratch();
  const large = new TextEncoder().encode(line('Large', 'word '.repeat(2000)).repeat(900));
  async function* torn(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(line('Torn'));
    throw new Error('the disk is gone');
  }
  const inputs = (): Input[] => [
    { name: 'large.jsonl', bytes: inPieces(large, 1 << 20) },
    { name: 'torn.jsonl', bytes: torn() },
  ];
  const plain = await readAll(inputs());
  expect(plain.report.messages.some(({ problem }) => problem.includes('the disk is gone'))).toBe(true);
  for (const _ of [1, 2]) expect(await through(folder, inputs())).toEqual({ ...plain, anew: [] });
});
