import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BusyError, exclusively } from '../../pipeline/lock.ts';
import { scratch } from '../helpers/scratch.ts';

const DEAD = 999_999_999;
const owner = (pid: number, host = hostname()): string => JSON.stringify({ pid, host, key: 'k' });

test.each([
  ['nobody', undefined],
  ['a dead program', owner(DEAD)],
  ['a program that died as it took the lock', ''],
  ['what names no owner', 'null'],
])('a lock of %s is taken, and gone at the end', async (_, before) => {
  const folder = scratch();
  if (before !== undefined) writeFileSync(join(folder, '.lock'), before);
  const during = await exclusively(folder, async () => [readdirSync(folder), JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'))]);
  expect(during).toEqual([['.lock'], { pid: process.pid, host: hostname(), key: expect.any(String) }]);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a living program', owner(process.ppid)],
  ['another machine', owner(DEAD, 'elsewhere')],
])('a lock of %s is left alone', async (_, before) => {
  const folder = scratch();
  writeFileSync(join(folder, '.lock'), before);
  await expect(exclusively(folder, async () => 'done')).rejects.toThrow(BusyError);
  expect(readdirSync(folder)).toEqual(['.lock']);
  expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe(before);
});

test('an error gives the lock back', async () => {
  const folder = join(scratch(), 'new');
  await expect(exclusively(folder, () => Promise.reject(new Error('no more')))).rejects.toThrow('no more');
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that has become the lock of another is not removed', async () => {
  const folder = scratch();
  await exclusively(folder, async () => writeFileSync(join(folder, '.lock'), owner(process.ppid)));
  expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe(owner(process.ppid));
});

test('a program that died as it took over stands in nobody’s way', async () => {
  const folder = scratch();
  const claim = join(folder, `.lock.${createHash('sha256').update(owner(DEAD)).digest('hex').slice(0, 16)}`);
  writeFileSync(join(folder, '.lock'), owner(DEAD));
  writeFileSync(claim, owner(DEAD - 1));
  expect(await exclusively(folder, async () => readdirSync(folder))).toEqual(['.lock']);

  writeFileSync(join(folder, '.lock'), owner(DEAD));
  writeFileSync(claim, owner(process.ppid));
  await expect(exclusively(folder, async () => 'done')).rejects.toThrow(BusyError);
  expect(readFileSync(join(folder, '.lock'), 'utf8')).toBe(owner(DEAD));
});

test.each([['none'], ['a dead program']])('of many at once one is at work at a time, where %s held the lock', async (before) => {
  const folder = scratch();
  for (let round = 0; round < 30; round++) {
    if (before !== 'none') writeFileSync(join(folder, '.lock'), owner(DEAD));
    let [working, most, done] = [0, 0, 0];
    const one = async (): Promise<void> => {
      await exclusively(folder, async () => {
        most = Math.max(most, ++working);
        await wait(1);
        working--;
        done++;
      });
    };
    const ended = await Promise.allSettled(Array.from({ length: 12 }, one));
    expect(most).toBe(1);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(done);
    for (const end of ended) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(BusyError);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('programs that come and are killed never work at the same time', async () => {
  const folder = scratch();
  const [shared, log] = [join(folder, 'shared'), join(folder, 'log')];
  const source = `
    import { appendFileSync } from 'node:fs';
    import { exclusively } from ${JSON.stringify(resolve('pipeline/lock.ts'))};
    const say = (what) => appendFileSync(${JSON.stringify(log)}, what + ' ' + process.pid + '\\n');
    for (let i = 0; i < 300; i++) {
      await exclusively(${JSON.stringify(shared)}, async () => {
        say('begin');
        await new Promise((done) => setTimeout(done, 1));
        if (i === 200) process.kill(process.pid, 'SIGKILL');
        say('end');
      }).catch(() => new Promise((done) => setTimeout(done, 1)));
    }`;
  const children = [0, 1, 2].map(() => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], { stdio: 'inherit' });
    return new Promise((done) => child.on('exit', done));
  });
  await Promise.all(children);
  let inside: string | undefined;
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  for (const [i, line] of lines.entries()) {
    const [what, pid] = line.split(' ');
    if (what === 'end') expect(inside).toBe(pid);
    // Whoever begins while another is inside took over from a dead one, which then says no more.
    else if (inside !== undefined) expect(lines.slice(i).includes(`end ${inside}`)).toBe(false);
    inside = what === 'begin' ? pid : undefined;
  }
  expect(lines.length).toBeGreaterThan(10);
});
