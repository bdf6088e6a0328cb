import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentsOf } from '../../../pipeline/4-resolve/families.ts';
import { resolve } from '../../../pipeline/4-resolve/resolve.ts';
import { ENTITY_TYPES, type EntityType, type Record } from '../../../src/model.ts';

type Named = [EntityType, ...string[]];
const record = (id: string, ...entities: Named[]): Record => ({
  id,
  title: id,
  abstract: '',
  sentences: [],
  entities: entities.map(([type, ...forms]) => ({ type, name: forms[0]!, forms, mentions: [], by: [] })),
  results: [],
  claims: [],
  links: [],
});
const lists = [{ type: 'dataset' as const, names: [['ImageNet', 'ILSVRC-2012']] }];
/** Ids of the entities of each record. */
const ids = (...records: Record[]): string[][] => {
  const { entities, entityOf } = resolve(records, lists);
  return entityOf.map((list) => Array.from(list, (e) => entities[e]!.id));
};

describe('one thing, one node', () => {
  test.each<[string, Named, Named, boolean]>([
    ['number', ['technique', 'latent diffusion model'], ['technique', 'latent diffusion models'], true],
    ['hyphens', ['dataset', 'CIFAR-10'], ['dataset', 'CIFAR10'], true],
    ['case', ['technique', 'Knowledge Distillation'], ['technique', 'knowledge distillation'], true],
    ['hard line break', ['technique', 'large language\nmodel'], ['technique', 'large language model'], true],
    ['listed alias', ['dataset', 'ImageNet'], ['dataset', 'ILSVRC-2012'], true],
    ['head', ['dataset', 'ImageNet dataset'], ['dataset', 'ImageNet'], true],
    ['type parts', ['technique', 'SAD'], ['metric', 'SAD'], false],
    ['version parts', ['technique', 'MobileNetV2'], ['technique', 'MobileNetV3'], false],
    ['sign parts', ['technique', 'A+'], ['technique', 'A'], false],
  ])('%s', (_, a, b, one) => {
    const [[x], [y]] = ids(record('p', a), record('q', b)) as [[string], [string]];
    expect(x === y).toBe(one);
  });

  test('a short form with two meanings joins neither where it is undefined', () => {
    const [[a], [b], [c]] = ids(
      record('p', ['technique', 'sum of absolute differences', 'SAD']),
      record('q', ['technique', 'sparse adaptive depth', 'SAD']),
      record('r', ['technique', 'SAD']),
    ) as [[string], [string], [string]];
    expect(new Set([a, b, c]).size).toBe(3);
  });

  test('each form can say why', () => {
    const { entities } = resolve(
      [
        record('o', ['technique', 'knowledge distillation', 'KD']),
        record('p', ['technique', 'knowledge distillation', 'KD']),
        record('q', ['technique', 'KD']),
        record('r', ['technique', 'Knowledge Distillation']),
      ],
      [],
    );
    expect(entities).toHaveLength(1);
    expect(entities[0]).toMatchObject({
      id: 'technique:knowledge-distillation',
      label: 'knowledge distillation',
      aliases: ['KD', 'Knowledge Distillation'],
    });
    const to = 'knowledge distillation';
    expect(entities[0]!.joins).toEqual([
      { form: 'KD', rule: 'defined alike in other papers', papers: 1, to, note: '2 of the 2 papers that define it' },
      { form: 'KD', rule: 'defined in the paper', papers: 2, to },
      { form: to, rule: 'same words', papers: 2 },
      { form: 'Knowledge Distillation', rule: 'same words', papers: 1, to },
    ]);
  });
});

test.each<[string, string[]]>([
  ['MobileNet-V2', ['MobileNet']],
  ['LLaMA 2 7B', ['LLaMA 2', 'LLaMA']],
  ['MobileNetV3 Large', ['MobileNetV3', 'MobileNet']],
  ['GPT-3.5', ['GPT']],
  ['top-1', ['top']],
  ['knowledge distillation', []],
])('family of %s', (name, parents) => expect(parentsOf(name)).toEqual(parents));

test('a version is a variant of its family when that is there', () => {
  const { entities, variants } = resolve([record('p', ['technique', 'MobileNetV2'], ['technique', 'MobileNet'])], []);
  expect(variants.map(({ child, parent }) => [entities[child]!.label, entities[parent]!.label])).toEqual([['MobileNetV2', 'MobileNet']]);
});

const anyRecord = fc.array(
  fc.tuple(
    fc.constantFrom(...ENTITY_TYPES),
    fc.constantFrom('KD', 'knowledge distillation', 'a', '__proto__', 'constructor', '%', 'CIFAR-10', 'CIFAR 10s', '💥'),
  ),
  { maxLength: 6 },
);

test('ids are unique, safe, and the same for any order of the records', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 5 }), (all) => {
      const records = all.map((entities, i) => record(`p${i}`, ...entities.map(([t, f]): Named => [t, f])));
      const once = resolve(records, lists);
      expect(new Set(once.entities.map((e) => e.id)).size).toBe(once.entities.length);
      for (const e of once.entities) expect(e.id.startsWith(`${e.type}:`)).toBe(true);
      expect(resolve([...records].reverse(), lists).entities).toEqual(once.entities);
    }),
  );
});
