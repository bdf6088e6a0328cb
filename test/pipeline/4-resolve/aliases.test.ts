import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../pipeline/4-resolve/resolve.ts';
import { parseAliases } from '../../../pipeline/aliases/read.ts';
import type { Resolved } from '../../../pipeline/types.ts';
import { ENTITY_TYPES, type EntityType, type Record } from '../../../src/model.ts';
import { record, resolved } from './given.ts';

const aliases = (text: string): ReturnType<typeof parseAliases> => parseAliases(text, 'a.yml');
const papers = [
  record('p', ['technique', 'latent diffusion model', 'LDM'], ['task', 'RL']),
  record('q', ['technique', 'RL'], ['metric', 'FLOPs'], ['technique', 'score-based model']),
  record('r', ['technique', 'Prism'], ['technique', 'PRISM'], ['dataset', 'score-based model']),
];
/** Ids of the entities that bear a form as the fullest one. */
const of = ({ records, entities, entityOf }: Resolved, form: string): string[] => {
  const found = records.flatMap((r, i) => r.entities.flatMap((e, j) => (e.name === form ? [entities[entityOf[i]![j]!]!.id] : [])));
  return [...new Set(found)].sort();
};
const build = (text: string): Resolved => resolved(papers, aliases(text));

describe('same', () => {
  test('joins names, and the first is the label', () => {
    const found = build('same: [Latent Diffusion, latent diffusion model, score-based model]');
    expect(of(found, 'latent diffusion model')).toEqual(of(found, 'score-based model'));
    expect(found.entities.find(({ label }) => label === 'Latent Diffusion')).toMatchObject({
      id: 'technique:latent-diffusion',
      type: 'technique',
    });
  });

  test('says so with its line', () =>
    expect(
      build('\nsame:\n- [FLOPs, RL]').entities.flatMap(({ joins }) => joins).filter(({ rule }) => rule === 'your aliases'),
    ).toEqual([{ form: 'RL', rule: 'your aliases', papers: 2, to: 'FLOPs', note: 'a.yml, line 3' }])); // prettier-ignore

  test('across types gives one node, of the type that most papers say', () => {
    const found = resolved([...papers, record('s', ['technique', 'RL'])], aliases('same: [RL, reinforcement learning]'));
    expect(of(found, 'RL')).toEqual(['technique:rl']);
    expect(found.records[0]!.entities[1]).toMatchObject({ type: 'technique', role: 'mentioned' });
  });

  test('of one type leaves the other alone', () => {
    const found = build('same: [technique:score-based model, technique:latent-diffusion-model]');
    expect(of(found, 'score-based model')).toEqual(['dataset:score-based-model', 'technique:score-based-model']);
    expect(of(found, 'latent diffusion model')).toEqual(['technique:score-based-model']);
  });
});

describe('not', () => {
  test('parts what a rule would join, and says so at both', () => {
    const found = build('not: [Prism, PRISM]');
    expect([of(found, 'Prism'), of(found, 'PRISM')]).toEqual([['technique:prism-2'], ['technique:prism']]);
    for (const { parted, id } of found.entities.filter((e) => e.id.startsWith('technique:prism')))
      expect(parted).toEqual([
        { other: id === 'technique:prism' ? 'technique:prism-2' : 'technique:prism', rule: 'your aliases', note: 'a.yml, line 1' },
      ]);
  });

  test('parts what a paper itself takes as one, mention by mention', () => {
    const text = 'latent diffusion model LDM';
    const one: Record = { ...record('p', ['technique', 'latent diffusion model', 'LDM']), title: text };
    one.entities[0]!.mentions = [{ start: 0, end: 22, sentence: 0 }, { start: 23, end: 26, sentence: 0 }]; // prettier-ignore
    const found = resolved([one], aliases('not: [LDM, latent diffusion model]'));
    expect(found.records[0]!.entities.map(({ name, forms, mentions }) => [name, forms, mentions.length])).toEqual([
      ['latent diffusion model', ['latent diffusion model'], 1],
      ['LDM', ['LDM'], 1],
    ]);
    expect(new Set(found.entityOf[0]).size).toBe(2);
  });

  test('keeps a listed name from the label of its entry', () => {
    const lists = [{ type: 'dataset' as const, names: [['ImageNet', 'ILSVRC-2012']] }];
    const found = resolve([record('p', ['dataset', 'ILSVRC-2012']), record('q', ['dataset', 'ImageNet'])], lists, aliases('not: [ImageNet, ILSVRC-2012]'));
    expect(found.entities.map(({ label }) => label).sort()).toEqual(['ILSVRC-2012', 'ImageNet']);
  }); // prettier-ignore
});

describe('type', () => {
  test('changes the type, and what then is one becomes one', () => {
    const found = build('type: {task:RL: technique}');
    expect(of(found, 'RL')).toEqual(['technique:rl']);
    expect(of(build(''), 'RL')).toEqual(['task:rl', 'technique:rl']);
  });

  test('a technique that becomes a metric has no role', () =>
    expect(build('type: {score-based model: metric}').records[1]!.entities[2]).not.toHaveProperty('role'));

  test('of names that a rule makes one, the first line counts, and the other is told', () => {
    const one = [record('p', ['technique', 'Tool Use']), record('q', ['technique', 'tool-use task'])];
    const found = resolve(one, [{ type: 'technique', names: [['tool use', 'tool-use task']] }], aliases('type:\n  tool use: task\n  tool-use task: metric'));
    expect(found.entities.map(({ type }) => type)).toEqual(['task']);
    expect(found.messages).toEqual([{ line: 3, problem: '"tool-use task" is one with what line 2 gives the type task' }]);
  }); // prettier-ignore
});

describe('drop', () => {
  test('leaves the entity out with all its forms, and the record keeps the rest', () => {
    const found = build('drop: [LDM]');
    expect(of(found, 'latent diffusion model')).toEqual([]);
    expect(found.records[0]!.entities.map(({ name }) => name)).toEqual(['RL']);
    expect(found.entityOf[0]).toHaveLength(1);
  });
});

test('a name that no paper has is told with its line', () =>
  expect(build('same: [LDM, nobody]\ndrop: [metric:Prism]').messages).toEqual([
    { line: 1, problem: 'no paper names "nobody"' },
    { line: 2, problem: 'no paper names the metric "Prism"' },
  ]));

test('records that the aliases do not touch stay the same objects', () => {
  const found = build('drop: [FLOPs]');
  expect(found.records[0]).toBe(papers[0]);
  expect(found.records[1]).not.toBe(papers[1]);
});

const NAMES = [
  'KD',
  'knowledge distillation',
  'KD method',
  'GRPO',
  'grouped query',
  'group query',
  'LLM agent',
  'LLM-based agent',
  'AB',
  'Prism',
  'PRISM',
  'a b',
];
const anyPapers = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...ENTITY_TYPES), fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })), { maxLength: 5 }),
  { minLength: 1, maxLength: 6 },
); // prettier-ignore
const made = (all: [EntityType, string[]][][]): Record[] => all.map((entities, i) => record(`p${i}`, ...entities.map(([type, forms]): [EntityType, ...string[]] => [type, ...forms] as never))); // prettier-ignore
const pair = fc.uniqueArray(fc.constantFrom(...NAMES.filter((name) => name !== 'Prism')), { minLength: 2, maxLength: 2 });

test('`same` always joins: whatever bears one name or the other is one entity', () => {
  fc.assert(
    fc.property(anyPapers, pair, (all, [a, b]) => {
      const found = resolved(made(all), aliases(`same: [${a}, ${b}]`));
      expect([...of(found, a!), ...of(found, b!)].filter((id, i, ids) => ids.indexOf(id) === i).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('`not` always parts: nothing bears both names', () => {
  fc.assert(
    fc.property(anyPapers, pair, fc.boolean(), (all, [a, b], joined) => {
      // another `same` may pull, but not so far
      const other = joined ? `\nsame: [${a}, zzz]` : '';
      const found = resolved(made(all), aliases(`not: [${a}, ${b}]${other}`));
      expect(of(found, a!).filter((id) => of(found, b!).includes(id))).toEqual([]);
      for (const { entities } of found.records)
        for (const { forms } of entities) expect(forms.includes(a!) && forms.includes(b!)).toBe(false);
    }),
  );
});

test('with aliases too, the order of the records changes nothing', () => {
  fc.assert(
    fc.property(anyPapers, pair, (all, [a, b]) => {
      const records = made(all);
      const said = aliases(`same: [${a}, ${b}]\nnot: [grouped query, group query]\ntype: {technique:GRPO: metric}`.replace(/not: .*\n/, (not) => (/group/.test(a! + b!) ? '' : not)));
      expect(resolved(records.toReversed(), said).entities).toEqual(resolved(records, said).entities);
    }),
  );
}); // prettier-ignore
