import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

/** Every regular expression literal of a source file, with its line. */
function literals(file: string): { source: string; flags: string; line: number }[] {
  const text = readFileSync(file, 'utf8');
  const found: { source: string; flags: string; line: number }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, start } = node as { type?: string; regex?: { pattern: string; flags: string }; start?: number };
    if (type === 'Literal' && regex)
      found.push({ source: regex.pattern, flags: regex.flags, line: text.slice(0, start).split('\n').length });
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(file, text).program);
  return found;
}

const files = ['src', 'pipeline', 'viz'].flatMap((dir) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(dir, name)),
);

test('no regular expression can be made to run for long', () => {
  const all = files.flatMap((file) => literals(file).map((literal) => ({ file, ...literal })));
  expect(all.length).toBeGreaterThan(50);
  const vulnerable = all.filter(
    ({ source, flags }) => checkSync(source, flags, { timeout: 5000, checker: 'automaton' }).status === 'vulnerable',
  );
  expect(vulnerable.map(({ file, line, source }) => `${file}:${line} ${source}`)).toEqual([]);
}, 120_000);
