import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, printed, scratch, start } from '../helpers/cli.ts';

const paper = (n: number): string =>
  `${JSON.stringify({ id: `2401.0000${n}`, title: `Paper ${n} on Structured Pruning`, abstract: `We propose Net${n}, which uses structured pruning and knowledge distillation (KD). Net${n} reduces FLOPs by ${n}0% on CIFAR-10.` })}\n`;

/** A folder of documents: three papers in two files. */
function documents(): string {
  const folder = scratch();
  writeFileSync(join(folder, 'a.jsonl'), paper(1) + paper(2));
  writeFileSync(join(folder, 'b.jsonl'), paper(3));
  return folder;
}

/** Published files with their bytes; what only the next build needs is left out. */
const published = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const said = ({ out, err }: { out: string; err: string }): string => out + err;

test('a build says what it found, stage by stage, and writes it', async () => {
  const out = join(scratch(), 'graph');
  const ran = await cli(['build', 'seeds', '--out', out]);
  expect(ran.code).toBe(0);
  for (const stage of ['read', 'extract', 'resolve', 'assemble', 'analyse', 'layout', 'publish'])
    expect(ran.err).toMatch(new RegExp(`^${stage}`, 'm'));
  expect(ran.out).toMatch(/^papers +41$/m);
  expect(ran.out).toMatch(/^entities +\d+: \d+ techniques, \d+ datasets?, \d+ hardware, \d+ metrics?, \d+ tasks?$/m);
  expect(ran.out).toMatch(/^communities +\d+$/m);
  expect(ran.out).toMatch(/^seconds +\d/m);
  expect([...published(out).keys()]).toEqual(['graph.gexf', 'graph.json', 'records.jsonl', 'report.md']);
});

test('two orders of input, two time zones and locales: the same bytes', async () => {
  const files = [...filesIn('seeds'), ...filesIn(documents())];
  const [a, b] = [scratch(), scratch()];
  const first = await cli(['build', ...files, '--out', a], { env: { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' } });
  const second = await cli(['build', ...files.toReversed(), '--out', b], {
    env: { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  });
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(published(b)).toEqual(published(a));
});

describe('a second build', () => {
  test('of the same documents writes nothing, and says so', async () => {
    const [folder, out] = [documents(), scratch()];
    expect(said(await cli(['build', folder, '--out', out]))).not.toContain('nothing changed');
    const before = published(out);
    const again = await cli(['build', folder, '--out', out]);
    expect(again.out).toContain('nothing changed');
    expect(again.out).toMatch(/^papers +3$/m);
    expect(published(out)).toEqual(before);
  });

  /** The report also tells what became of the communities of the build before. */
  const graphs = (out: string) => new Map([...published(out)].filter(([file]) => file !== 'report.md'));

  test('of more documents extracts only what is new, and says what a cold build says', async () => {
    const [folder, out, cold] = [documents(), scratch(), scratch()];
    await cli(['build', folder, '--out', out]);
    writeFileSync(join(folder, 'c.jsonl'), paper(4));
    const more = await cli(['build', folder, '--out', out]);
    expect(more.out).toMatch(/^extracted +1 of 4, the others known from the last build$/m);
    await cli(['build', folder, '--out', cold]);
    expect(graphs(out)).toEqual(graphs(cold));
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('of the last build');
  });

  test.each(['graph.json', '.cache/records.jsonl', '.cache/state.json'])('mends a damaged %s', async (file) => {
    const [folder, out] = [documents(), scratch()];
    await cli(['build', folder, '--out', out]);
    const before = graphs(out);
    writeFileSync(join(out, file), 'damaged {');
    expect((await cli(['build', folder, '--out', out])).code).toBe(0);
    writeFileSync(join(folder, 'a.jsonl'), paper(1) + paper(2) + paper(5));
    writeFileSync(join(out, file), 'damaged {');
    await cli(['build', folder, '--out', out]);
    writeFileSync(join(folder, 'a.jsonl'), paper(1) + paper(2));
    expect((await cli(['build', folder, '--out', out])).code).toBe(0);
    expect(graphs(out)).toEqual(before);
  });
});

describe('a build cut short', () => {
  test.each(['SIGKILL', 'SIGINT'] as const)('by %s leaves a folder from which the next one works', async (signal) => {
    const [folder, out, calm] = [documents(), scratch(), scratch()];
    await cli(['build', folder, '--out', calm]);
    for (const stage of [/^extract|^read/m, /^analyse|^resolve/m, /^layout/m]) {
      const child = start(['build', folder, '--out', out]);
      const ended = new Promise<number | null>((done) => child.on('close', done));
      await printed(child, stage).catch(() => {});
      child.kill(signal);
      expect([null, 0, 130]).toContain(await ended);
      for (const [name, bytes] of published(out)) expect(bytes).toBe(published(calm).get(name));
    }
    const next = await cli(['build', folder, '--out', out]);
    expect(next).toMatchObject({ code: 0 });
    expect(published(out)).toEqual(published(calm));
    expect(readdirSync(out).filter((name) => /tmp|lock/.test(name))).toEqual([]);
  });

  test('Ctrl-C ends it with 130', async () => {
    const [folder, out] = [scratch(), scratch()];
    writeFileSync(join(folder, 'many.jsonl'), Array.from({ length: 5000 }, (_, n) => paper(n)).join(''));
    const child = start(['build', folder, '--out', out]);
    const ended = new Promise<number | null>((done) => child.on('close', done));
    await printed(child, /^read/m);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

test('of two builds into one folder at the same time one proceeds, and the other says so', async () => {
  const [folder, out, calm] = ['seeds', scratch(), scratch()];
  await cli(['build', folder, '--out', calm]);
  const ran = await Promise.all([0, 1].map(() => cli(['build', folder, '--out', out])));
  expect(ran.some(({ code }) => code === 0)).toBe(true);
  for (const { code, err } of ran) expect(code === 0 ? 'another build' : err).toContain('another build');
  expect(published(out)).toEqual(published(calm));
});

describe('garbage in', () => {
  test.each([
    ['an empty file', ''],
    ['a binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['HTML', '<!doctype html><html><body>papers</body></html>'],
    ['prose', 'Once upon a time.\n'],
  ])('%s: a message that names the file, and exit code 1', async (_, content) => {
    const folder = scratch();
    const out = join(scratch(), 'graph');
    writeFileSync(join(folder, 'input.txt'), content);
    const ran = await cli(['build', folder, '--out', out]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/input\.txt.*: .+/);
    expect(ran.err).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });

  test('a folder without papers, and one that is not there', async () => {
    for (const missing of [scratch(), join(scratch(), 'nowhere')]) {
      const ran = await cli(['build', missing, '--out', scratch()]);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(missing);
    }
  });

  test('what can be read is read', async () => {
    const folder = documents();
    writeFileSync(join(folder, 'bad.jsonl'), `${paper(6)}{"title": \n`);
    const ran = await cli(['build', folder, '--out', scratch()]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^papers +4$/m);
    expect(ran.err).toContain('bad.jsonl');
  });
});

describe('extract', () => {
  test('prints records as JSON Lines and nothing else', async () => {
    const ran = await cli(['extract', documents()]);
    expect(ran.code).toBe(0);
    const records = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; title: string; abstract: string });
    expect(records).toHaveLength(3);
    for (const record of records)
      expect(record).toMatchObject({
        id: expect.any(String),
        title: expect.any(String),
        abstract: expect.any(String),
        entities: expect.any(Array),
      });
  });
  test('keeps messages away from its records', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.jsonl'), `${paper(1)}not json\n`);
    const ran = await cli(['extract', folder]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('a.jsonl');
    expect(ran.out.trimEnd().split('\n')).toHaveLength(1);
  });
  test('with nothing to read ends with 1 and prints no record', async () =>
    expect(await cli(['extract', scratch()])).toMatchObject({ code: 1, out: '' }));
});

describe('quiet', () => {
  test('says nothing when all is well', async () =>
    expect(await cli(['build', 'seeds', '--out', scratch(), '--quiet'])).toMatchObject({ code: 0, out: '', err: '' }));
});
