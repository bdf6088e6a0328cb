import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ASSETS = 'dist/viewer/assets';
const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
const compressed = (name: string): number => gzipSync(readFileSync(`${ASSETS}/${name}`)).length;
/** What reads papers is loaded when some are dropped, and counts apart. */
const reading = /^worker-/;

test('the viewer takes less than 250 kB of compressed scripts', () => {
  const sizes = scripts.filter((name) => !reading.test(name)).map((name) => [name, compressed(name)] as const);
  expect(sizes.length).toBeGreaterThan(1);
  expect(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(sizes),
  ).toBeLessThan(250_000);
});

test('the page itself asks for none of what reads papers', () => {
  const html = readFileSync('dist/viewer/index.html', 'utf8');
  expect(scripts.filter((name) => reading.test(name))).toHaveLength(1);
  expect(html).not.toMatch(/worker-/);
});
