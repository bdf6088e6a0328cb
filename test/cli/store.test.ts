/** Builds that end early and go on: real processes, real signals, the built program. */
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../pipeline/store/line.ts';
import { RecordStore } from '../../pipeline/store/store.ts';
import type { Record } from '../../src/model.ts';
import { cli, CLI, scratch, start } from '../helpers/cli.ts';

const run = promisify(execFile);
const PAPERS = 320;
const NAMES = ['Pruning', 'Distillation', 'Quantisation', 'Search', 'Attention'];

/** A file of papers, no two with the same text. */
const papers = (from = 0, to = PAPERS): string => papersIn(scratch(), from, to);

function papersIn(folder: string, from = 0, to = PAPERS): string {
  const file = join(folder, 'papers.jsonl');
  const line = (n: number): string => {
    const name = NAMES[n % NAMES.length]!;
    const abstract = `We propose Net${n}, which uses structured ${name.toLowerCase()} (S${name[0]}). Net${n} reduces FLOPs by ${n % 90}% on CIFAR-${n % 7} and outperforms ResNet-${n % 50}.`;
    return `${JSON.stringify({ id: `p${n}`, title: `Paper ${n} on ${name}`, abstract })}\n`;
  };
  writeFileSync(file, Array.from({ length: to - from }, (_, i) => line(from + i)).join(''));
  return file;
}

/** Adds to a store what a build adds, and no more. */
async function addTo(file: string, papers: string): Promise<void> {
  const { program } = JSON.parse(readFileSync(file, 'utf8').split('\n')[0]!) as { program: string };
  const store = RecordStore.open(file, program);
  const { stdout } = await run(process.execPath, [CLI, 'extract', papers, '--quiet']);
  const records = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record); // prettier-ignore
  store.append(records.map((record) => ({ key: keyOf(record), extracted: Buffer.from(JSON.stringify(record)) })));
  store.close();
}

const published = (folder: string): Map<string, string> =>
  new Map(readdirSync(folder).filter((name) => !name.startsWith('.')).sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')])); // prettier-ignore
const storeOf = (out: string): string => join(out, '.cache', 'records.jsonl');
/** Whole records that a store holds. */
const stored = (out: string): number => readFileSync(storeOf(out), 'latin1').split('\n').length - 2;
const extracted = (out: string): number => Number(/^extracted +(\d+) of /m.exec(out)?.[1] ?? PAPERS);

test('any number of workers prints the same bytes', async () => {
  const outputs = await Promise.all(['0', '1', '2', '4'].map((n) => cli(['extract', 'seeds', '--quiet', '--workers', n])));
  expect(outputs.map(({ code, err }) => [code, err])).toEqual(outputs.map(() => [0, '']));
  expect(outputs[0]!.out.split('\n')).toHaveLength(42);
  for (const { out } of outputs) expect(out).toBe(outputs[0]!.out);
});

test.each([['-1'], ['two'], ['100']])('--workers %s is misuse', async (workers) =>
  expect(await cli(['build', 'seeds', '--workers', workers])).toMatchObject({ code: 2 }),
);

describe('a build that is ended while it extracts', () => {
  let undisturbed = new Map<string, string>();
  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), 'claimgraph-'));
    await run(process.execPath, [CLI, 'build', papersIn(out), '--out', join(out, 'graph')]);
    undisturbed = published(join(out, 'graph'));
    rmSync(out, { recursive: true });
  });
  test.each([
    ['SIGKILL', '0'],
    ['SIGINT', '2'],
  ] as const)('by %s, with %s workers: the next one extracts only the rest, and writes the same bytes', async (signal, workers) => {
    const [file, out] = [papers(), join(scratch(), 'graph')];
    const child = start(['build', file, '--out', out, '--workers', workers]);
    let said = '';
    child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
    const ended = new Promise<number | null>((done) => child.on('close', done));
    while (!(existsSync(storeOf(out)) && statSync(storeOf(out)).size > 2000) && child.exitCode === null) await wait(2);
    child.kill(signal);
    expect([null, 130]).toContain(await ended);
    const before = stored(out);
    expect(before).toBeGreaterThan(0);
    if (signal === 'SIGINT') expect(said).toContain(`stopped: ${before} of ${PAPERS} papers are extracted and kept`);
    const next = await cli(['build', file, '--out', out, '--workers', '0']);
    expect(next.code).toBe(0);
    expect(extracted(next.out)).toBe(PAPERS - before);
    expect(published(out)).toEqual(undisturbed);
  });

  test('and leaves its last record torn: that is dropped, and said', async () => {
    const [file, out] = [papers(0, 20), join(scratch(), 'graph')];
    await cli(['build', file, '--out', out]);
    const before = published(out).get('graph.json');
    rmSync(join(out, '.cache', 'state.json'));
    truncateSync(storeOf(out), statSync(storeOf(out)).size - 20);
    const next = await cli(['build', file, '--out', out]);
    expect(next.out).toMatch(/^store +1 record cut short or damaged: extracted again$/m);
    expect(extracted(next.out)).toBe(1);
    expect(published(out).get('graph.json')).toBe(before);
  });
});

describe('store', () => {
  test('tells what is in it, checks it, compacts it', async () => {
    const out = join(scratch(), 'graph');
    await cli(['build', papers(0, 10), '--out', out]);
    await cli(['build', papers(2, 12), '--out', out]);
    const look = async (...args: string[]) => {
      const { code, out: said } = await cli(['store', ...args, '--graph', out, '--format', 'json']);
      return { code, ...(JSON.parse(said) as { bytes: number; compacted?: number }) };
    };
    expect(await look()).toMatchObject({ code: 0, records: 12, used: 10, ahead: 0, unused: 2, damaged: 0, stale: false });
    const told = await cli(['store', '--graph', out]);
    expect(told.out).toMatch(/^records +12$/m);
    expect(told.out).toMatch(/^unused +2$/m);

    // of a build that did not end: those count, and stay
    await addTo(storeOf(out), papers(12, 15));
    appendFileSync(storeOf(out), '["torn');
    expect(await look('check')).toMatchObject({ code: 1, records: 15, used: 10, ahead: 3, unused: 2, damaged: 1 });
    const { compacted } = await look('compact');
    expect(statSync(storeOf(out)).size).toBe(compacted);
    expect(await look('check')).toMatchObject({ code: 0, bytes: compacted, records: 13, used: 10, unused: 0, damaged: 0 });
  });

  test('where there is none says how to get one, and makes no folder', async () => {
    const nowhere = join(scratch(), 'graph');
    for (const what of [[], ['check'], ['compact']]) {
      const ran = await cli(['store', ...what, '--graph', nowhere]);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain('claimgraph build');
    }
    expect(existsSync(nowhere)).toBe(false);
  });
});
