import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, cli, scratch } from '../helpers/cli.ts';

const paper = (n: number, title: string, abstract: string): string => `${JSON.stringify({ id: `2401.0000${n}`, title, abstract })}\n`;
const PAPERS = [
  paper(1, 'On Pruning', 'We use knowledge distillation (KD) with structured pruning. It reduces FLOPs by 10% on CIFAR-10.'),
  paper(2, 'More Pruning', 'Knowledge distillation (KD) helps structured pruning. It reduces FLOPs by 20% on the CIFAR-10 dataset.'),
  paper(3, 'Even More Pruning', 'We apply KD and structured pruning to MobileNetV2. It reduces FLOPs by 30% on CIFAR10.'),
].join('');

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-'));
const graph = join(folder, 'graph');
const file = join(folder, 'papers.jsonl');
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
beforeAll(() => {
  writeFileSync(file, PAPERS);
  execFileSync(process.execPath, [CLI, 'build', file, '--out', graph, '--quiet']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('why', () => {
  test('tells the rule in words, with papers and sentences', async () => {
    const { code, out } = await cli(['why', 'KD', '--graph', graph]);
    expect(code).toBe(0);
    expect(out).toContain('knowledge distillation (technique:knowledge-distillation)');
    expect(out.replace(/\s+/g, ' ')).toContain('“We use knowledge distillation (KD) with structured pruning.” (paper:2401.00001)');
  });

  test('as JSON is the answer of the query', async () => {
    const { out } = await cli(['why', 'CIFAR10', 'CIFAR-10', '--graph', graph, '--format', 'json']);
    expect(JSON.parse(out)).toEqual(
      JSON.parse((await cli(['query', 'why', 'CIFAR10', 'CIFAR-10', '--graph', graph, '--format', 'json'])).out),
    );
    expect(JSON.parse(out).items).toMatchObject([
      { id: 'dataset:cifar-10', is: 'one', name: 'CIFAR10', of: 'CIFAR-10', rule: 'same words', papers: 1 },
    ]);
  });

  test('of two that are two says what keeps them apart', async () => {
    const { code, out } = await cli(['why', 'KD', 'CIFAR-10', '--graph', graph]);
    expect([code, out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining('types never mix (a technique and a dataset)')]);
  });

  test('a name that nothing bears is told with the nearest', async () =>
    expect(await cli(['why', 'knowlege distilation', '--graph', graph])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('technique:knowledge-distillation'),
    }));
});

describe('aliases', () => {
  test('are taken from the working folder, win, and are told', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'aliases.yml'), 'same: [KD, structured pruning]\ndrop: [nobody]\n');
    const ran = await cli(['build', file, '--out', 'graph'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^aliases +aliases\.yml$/m);
    expect(ran.err).toContain('aliases.yml, line 2: no paper names "nobody" (skipped)');
    const { out } = await cli(['why', 'structured pruning', 'KD', '--graph', join(cwd, 'graph'), '--format', 'json']);
    expect(JSON.parse(out).items.map(({ rule }: { rule: string }) => rule)).toContain('your aliases');
  });

  test('a contradiction ends the build with 2 and both lines; nothing is written', async () => {
    const bad = write('bad.yml', 'same: [KD, pruning]\nnot: [pruning, KD]\n');
    const out = join(scratch(), 'graph');
    expect(await cli(['build', file, '--out', out, '--aliases', bad])).toMatchObject({
      code: 2,
      err: 'claimgraph: bad.yml, line 2: "pruning" and "KD" are not the same, but line 1 makes them one\n',
    });
  });

  test('that changed build the graph anew, without extracting anew; those among the documents are no document', async () => {
    const inputs = scratch();
    writeFileSync(join(inputs, 'papers.jsonl'), PAPERS);
    writeFileSync(join(inputs, 'mine.yml'), 'drop: [KD]\n');
    const out = scratch();
    const args = ['build', inputs, '--out', out, '--aliases', join(inputs, 'mine.yml')];
    expect(await cli([...args, '--quiet'])).toMatchObject({ code: 0, err: '' });
    expect((await cli(args)).out).toContain('nothing changed');
    writeFileSync(join(inputs, 'mine.yml'), 'drop: [FLOPs]\n');
    expect((await cli(args)).out).toMatch(/^extracted +0 of 3/m);
  });
});

describe('merges', () => {
  test('lists what became one by more than its words', async () => {
    const { out } = await cli(['merges', '--graph', graph, '--format', 'json']);
    const { items, total } = JSON.parse(out);
    expect(total).toBe(items.length);
    for (const { rule } of items) expect(['same words', 'defined in the paper']).not.toContain(rule);
    expect((await cli(['merges', '--graph', graph])).out).toContain(`${total} joins`);
  });

  test('--preview says what a build with other aliases would change, and a build then changes that', async () => {
    const aliases = write('next.yml', 'same: [KD, structured pruning]\ndrop:\n  - FLOPs\n');
    const { code, out } = await cli(['merges', '--preview', '--aliases', aliases, '--graph', graph, '--format', 'json']);
    expect(code).toBe(0);
    const { items } = JSON.parse(out);
    expect(items.map(({ change }: { change: string }) => change)).toEqual(['dropped', 'joined']);
    expect(items[0]).toMatchObject({ after: [], because: ['next.yml, line 3: drop FLOPs'] });
    expect(items[1]).toMatchObject({ after: [{ label: 'KD', papers: 3 }], because: ['next.yml, line 1: same [KD, structured pruning]'] });
    const built = join(scratch(), 'graph');
    await cli(['build', file, '--out', built, '--aliases', aliases, '--quiet']);
    expect((await cli(['query', 'search', 'KD', '--graph', built, '--format', 'json'])).out).toContain(items[1].after[0].id);
    expect((await cli(['merges', '--preview', '--aliases', aliases, '--graph', built])).out).toBe('nothing would change\n');
  });

  test.each([
    [['merges', '--aliases', 'x.yml'], 2, '--preview'],
    [['merges', '--rule', 'magic'], 2, 'same words'],
    [['merges', '--preview', '--aliases', 'nowhere.yml'], 2, 'nowhere.yml: no such file'],
    [['merges', '--limit', '0'], 2, 'whole number'],
  ])('%j ends with %i', async (args, code, said) => {
    const ran = await cli([...args, '--graph', graph]);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(said)]);
  });

  test('--preview of a folder without a graph says how to get one', async () =>
    expect(await cli(['merges', '--preview', '--graph', scratch()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('claimgraph build'),
    }));
});
