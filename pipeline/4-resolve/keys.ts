import type { EntityType } from '../../src/model.ts';
import { normalForm, wordsOf } from '../../src/words.ts';

/** What decides identity: the type and the normal form of a name. Types never mix. */
export type Key = string;
export const keyOf = (type: EntityType, form: string): Key => `${type}:${normalForm(form) || form}`;

/** A short form that could stand for several things: one word, mostly capitals. */
export const isShortForm = (form: string): boolean => /^[\p{L}\p{N}.+-]{2,10}$/u.test(form) && (form.match(/\p{Lu}/gu)?.length ?? 0) >= 2;

const HEADS: globalThis.Record<EntityType, readonly string[]> = {
  technique: [
    'method',
    'algorithm',
    'technique',
    'approach',
    'mechanism',
    'framework',
    'architecture',
    'model',
    'network',
    'module',
    'objective',
    'function',
    'strategy',
    'optimizer',
    'optimiser',
    'procedure',
    'family',
    'series',
  ],
  dataset: ['dataset', 'benchmark', 'corpus', 'environment', 'suite', 'leaderboard', 'data', 'set', 'challenge', 'task'],
  hardware: ['gpu', 'device', 'processor', 'chip', 'platform', 'board', 'card', 'accelerator', 'hardware'],
  metric: ['score', 'metric', 'rate', 'value', 'measure'],
  task: ['task', 'problem'],
};

/** The name without a head that only says its type ("CIFAR-10 dataset", "KD method"), or null where there is none. */
export function withoutHead(type: EntityType, form: string): string | null {
  const words = form.trim().split(/\s+/);
  const last = words.length > 1 ? wordsOf(words.at(-1)!).at(-1) : undefined;
  return last !== undefined && HEADS[type].includes(last) ? words.slice(0, -1).join(' ') : null;
}
