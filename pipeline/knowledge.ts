/** Loads what the pipeline knows from `data/`; the same place seen from the sources and from the built program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../src/model.ts';
import { parseList } from './lists.ts';
import type { Knowledge, NameList, PackedForest } from './types.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const LISTS: readonly [EntityType, string][] = [
  ['technique', 'techniques.txt'],
  ['dataset', 'datasets.txt'],
  ['hardware', 'hardware.txt'],
  ['metric', 'metrics.txt'],
  ['task', 'tasks.txt'],
];

export { parseList };

const text = (file: string): string => readFileSync(join(DATA, file), 'utf8');

/** The curated lists alone. */
export const loadLists = (): NameList[] => LISTS.map(([type, file]) => ({ type, names: parseList(text(file)) }));

/** Words too general to be a name alone. */
export const loadGeneral = (): string[] => parseList(text('general-words.txt')).flat();

export const loadKnowledge = (): Knowledge => ({
  lists: loadLists(),
  general: loadGeneral(),
  words: text('tagger/words.tsv'),
  weights: readFileSync(join(DATA, 'tagger/weights.bin')),
  select: JSON.parse(text('tagger/select.json')) as Knowledge['select'],
  roles: JSON.parse(text('tagger/roles.json')) as PackedForest[],
});
