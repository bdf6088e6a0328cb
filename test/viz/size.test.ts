import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ASSETS = 'dist/viewer/assets';
const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
/** What reads papers is loaded when some are dropped, and counts apart. */
const reading = scripts.filter((name) => name.startsWith('worker-'));

test('a page takes less than 250 kB of compressed scripts in all, whether it answers itself or in a worker', () => {
  const compressed = (name: string): number => gzipSync(readFileSync(`${ASSETS}/${name}`)).length;
  for (const other of [/^answers-worker-/, /^answers-(?!worker)/]) {
    const own = scripts.filter((name) => !reading.includes(name) && !other.test(name));
    expect(own.length).toBe(scripts.length - 2);
    expect(own.reduce((sum, name) => sum + compressed(name), 0)).toBeLessThan(250_000);
  }
});

test('the page itself asks for none of what reads papers', () => {
  expect(reading).toHaveLength(1);
  expect(readFileSync('dist/viewer/index.html', 'utf8')).not.toContain(reading[0]);
});
