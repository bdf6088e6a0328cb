import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLAIM_KINDS, ENTITY_TYPES, ROLES } from '../../src/model.ts';
import type { Annotation } from '../../pipeline/train/annotations.ts';

const annotations = readFileSync('data/annotations.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Annotation);

test('annotated papers stand in the order of their ids, each once', () => {
  const ids = annotations.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(300);
  expect(ids).toEqual([...new Set(ids)].sort());
});

/** What is wrong with an annotation, by the guidelines. */
function faults({ id, entities, results, claims }: Annotation): string[] {
  const names = new Set(entities.map(({ name }) => name));
  const strange = (what: string, value: unknown, known: readonly unknown[]): string[] =>
    known.includes(value) ? [] : [`${id}: ${what} ${String(value)}`];
  const slot = (what: string, value: unknown): string[] => strange(what, value, [null, ...names]);
  const place = ([start, end]: readonly [number, number]): string[] => (start >= 0 && end > start ? [] : [`${id}: place ${start} to ${end}`]);
  return [
    ...(names.size < entities.length ? [`${id}: a name twice`] : []),
    ...entities.flatMap(({ type, name, forms, role }) => [
      ...strange('type', type, ENTITY_TYPES),
      ...(type === 'technique' ? strange('role', role, ROLES) : strange('role', role, [undefined])),
      ...(forms.length && forms.every((form) => form.trim() === form && form) ? [] : [`${id}: forms of ${name}`]),
    ]),
    ...results.flatMap(({ value, direction, baseline, dataset, hardware, at }) => [
      ...(value ? [] : [`${id}: a result without a value`]),
      ...strange('direction', direction, ['increase', 'decrease', 'value']),
      ...slot('baseline', baseline),
      ...slot('dataset', dataset),
      ...slot('hardware', hardware),
      ...place(at),
    ]),
    ...claims.flatMap(({ kind, baseline, dataset, at }) => [
      ...strange('claim', kind, CLAIM_KINDS),
      ...slot('baseline', baseline),
      ...slot('dataset', dataset),
      ...place(at),
    ]),
  ];
}

test('annotations keep to the guidelines', () => {
  expect(annotations.flatMap(faults)).toEqual([]);
});
