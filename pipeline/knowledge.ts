/** Loads what the pipeline knows from `data/`; the same place seen from the sources and from the built program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../src/model.ts';
import type { Knowledge } from './types.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const LISTS: readonly [EntityType, string][] = [
  ['technique', 'techniques.txt'],
  ['dataset', 'datasets.txt'],
  ['hardware', 'hardware.txt'],
  ['metric', 'metrics.txt'],
  ['task', 'tasks.txt'],
];

/** Rows of a list: `name | alias | alias` a line, `#` begins a comment. */
export const parseList = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) =>
      line
        .split('|')
        .map((form) => form.trim())
        .filter(Boolean),
    );

export function loadKnowledge(): Knowledge {
  const rows = (file: string): string[][] => parseList(readFileSync(join(DATA, file), 'utf8'));
  return { lists: LISTS.map(([type, file]) => ({ type, names: rows(file) })), general: rows('general-words.txt').flat() };
}
