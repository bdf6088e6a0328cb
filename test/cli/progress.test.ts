import { expect, test } from 'vitest';
import { duration, paceOf, perSecond } from '../../pipeline/cli/pace.ts';
import { cli, scratch } from '../helpers/cli.ts';

test('the pace counts what is done in this run, once it means anything', () => {
  let now = 0;
  const pace = paceOf(() => now);
  expect(pace(7000, 10_000)).toBe(undefined);
  now = 100;
  expect(pace(7100, 10_000)).toBe(undefined);
  now = 10_000;
  expect(pace(8000, 10_000)).toEqual({ rate: 100, left: 20 });
  expect(pace(8000)).toEqual({ rate: 100 });
  now = 20_000;
  expect(pace(10_000, 10_000)).toEqual({ rate: 150, left: 0 });
});

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min 0 s'],
  [3599, '59 min 59 s'],
  [3600, '1 h 0 min'],
  [100_000, '27 h 46 min'],
])('%d seconds are %s', (seconds, told) => expect(duration(seconds)).toBe(told));

test.each([
  [0.25, '0.3'],
  [9.94, '9.9'],
  [10, '10'],
  [412.4, '412'],
])('%d a second is told as %s', (rate, told) => expect(perSecond(rate)).toBe(told));

test('--progress json: an object a line, stages in order, each to its end', async () => {
  const { code, err } = await cli(['build', 'seeds', '--out', scratch(), '--progress', 'json']);
  expect(code).toBe(0);
  const lines = err.trimEnd().split('\n').map((line) => JSON.parse(line) as { stage: string; done: number; total?: number; memory: number; seconds: number }); // prettier-ignore
  const stages = [...new Set(lines.map(({ stage }) => stage))];
  expect(stages).toEqual(['read', 'extract', 'resolve', 'assemble', 'analyse', 'layout', 'annotate', 'publish']);
  expect(lines.map(({ stage }) => stages.indexOf(stage))).toEqual(lines.map(({ stage }) => stages.indexOf(stage)).sort((a, b) => a - b));
  for (const stage of stages) expect(lines.findLast((line) => line.stage === stage)).toMatchObject(stage === 'read' || stage === 'extract' ? { done: 41, total: 41 } : { done: 1, total: 1 }); // prettier-ignore
  for (const { memory, seconds } of lines) expect([memory > 1e7, seconds >= 0]).toEqual([true, true]);
});

test('--progress none says nothing of it; another word is misuse', async () => {
  expect(await cli(['extract', 'seeds', '--progress', 'none'])).toMatchObject({ code: 0, err: '' });
  expect(await cli(['extract', 'seeds', '--progress', 'much'])).toMatchObject({ code: 2 });
});
