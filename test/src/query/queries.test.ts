import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/model.ts';
import type { PaperNode } from '../../../src/graph.ts';
import { ask } from '../../../src/query/ask.ts';
import { AmbiguousError, BadParamsError, NotFoundError } from '../../../src/query/errors.ts';
import type { Quote } from '../../../src/query/types.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';

const graph = smallGraph();
const idsFor = (name: string, params: object): (string | undefined)[] => ask(graph, name, params as never).items.map(({ id }) => id);
const values = (params: object): unknown[] => ask(graph, 'results', params as never).items.map((item) => item['value']);
const errorOf = (name: string, params: object): Error & { remedy: string; candidates: string[] } => {
  try {
    ask(graph, name, params as never);
  } catch (error) {
    return error as never;
  }
  throw new Error('no error');
};

describe('a reference to a node', () => {
  test.each([
    ['paper:2401.10000', 1],
    ['2401.10000', 1],
    ['Distilling Language Models for Phones', 2],
    ['distilling  language-models for PHONES', 2],
    ['visual place recognition at night.', 5],
  ])('%s is paper %i', (paper, n) => expect(idsFor('paper', { paper })).toEqual([paperId(n)]));

  test.each([
    ['KD', 'technique:knowledge-distillation'],
    ['imagenet 1K', 'dataset:imagenet-1k'],
    ['dataset:glue', 'dataset:glue'],
    ['glue', 'dataset:glue'],
    ['Floating Point Operations', 'metric:flops'],
  ])('the node %s is %s', (node, id) => {
    const { items } = ask(graph, 'neighbours', { node });
    expect(items).toEqual(ask(graph, 'neighbours', { node: id }).items);
    expect(items.length).toBeGreaterThan(0);
  });

  test('an unknown name is told with the nearest', () => {
    const error = errorOf('paper', { paper: 'distiling langage models' });
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.candidates[0]).toBe(paperId(2));
    expect(error.remedy).toContain('did you mean one of these?\n  paper:2401.10001 (Distilling Language Models for Phones)');
  });

  test('a name of two things is told with both', () => {
    const error = errorOf('neighbours', { node: 'SAD' });
    expect(error).toBeInstanceOf(AmbiguousError);
    expect(error.candidates).toEqual(['technique:sad-place', 'technique:sad-scale']);
    expect(error.remedy).toContain('technique:sad-place (SAD place recognition, 1 paper)');
  });

  test('a name that nearly all give to one thing is taken for it, which is told', () => {
    const known = smallGraph();
    known.setNodeAttribute('technique:sad-scale', 'papers' as never, 10 as never);
    const { items, notes } = ask(known, 'neighbours', { node: 'SAD' });
    expect(items).toEqual(ask(known, 'neighbours', { node: 'technique:sad-scale' }).items);
    expect(notes).toEqual(['"SAD" is taken as technique:sad-scale (SAD depression scale, 10 papers); so called is also technique:sad-place (SAD place recognition, 1 paper).']); // prettier-ignore
    expect(ask(known, 'neighbours', { node: 'BERT' }).notes).toBeUndefined();
    expect(ask(known, 'results', { baseline: 'SAD' }).notes).toEqual(notes);
    known.setNodeAttribute('technique:sad-scale', 'papers' as never, 9 as never);
    expect(() => ask(known, 'neighbours', { node: 'SAD' })).toThrow(AmbiguousError);
  });

  test('an entity is no paper', () => expect(errorOf('paper', { paper: 'technique:bert' })).toBeInstanceOf(NotFoundError));
});

describe('parameters', () => {
  test.each([
    ['related', {}, 'needs the parameter "paper"'],
    ['related', { paper: '2401.10000', limit: '0' }, '"limit"'],
    ['related', { paper: '2401.10000', limit: 'many' }, '"limit"'],
    ['related', { paper: '2401.10000', limit: '1e9' }, '"limit"'],
    ['related', { paper: '2401.10000', depth: '2' }, 'no parameter "depth"'],
    ['related', { paper: ' ' }, '"paper" is empty'],
    ['paper', { paper: 'x'.repeat(501) }, '"paper" is too long'],
    ['neighbours', { node: 'bert', kind: 'uses,loves' }, '"kind"'],
    ['results', { min: 'Infinity' }, '"min"'],
    ['results', { direction: 'sideways' }, '"direction"'],
    ['results', { constructor: '1' }, 'no parameter "constructor"'],
  ])('%s %j is refused', (name, params, said) => {
    const error = errorOf(name, params);
    expect(error).toBeInstanceOf(BadParamsError);
    expect(error.message).toContain(said);
    expect(error.remedy).not.toBe('');
  });

  test('an unknown query is told with the known', () => {
    const error = errorOf('similar', {});
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.candidates).toContain('related');
  });

  test('any text is either answered or refused by name', () => {
    const key: Record<string, string> = { paper: 'paper', related: 'paper', neighbours: 'node', search: 'text', results: 'metric' };
    const outcome = (name: string, params: object): string => {
      try {
        return ask(graph, name, params as never).query;
      } catch (error) {
        return (error as Error).name;
      }
    };
    assert(
      property(constantFrom(...Object.keys(key)), string(), string({ unit: 'binary' }), (name, param, value) => {
        const allowed = [name, NotFoundError.name, BadParamsError.name, AmbiguousError.name];
        expect(allowed).toContain(outcome(name, { [key[name]!]: value }));
        expect(allowed).toContain(outcome(name, { [key[name]!]: 'bert', [param]: value }));
      }),
    );
  });
});

test('every quote is a sentence of its paper, and its offsets lie in it', () => {
  const found: Quote[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('sentence' in value && 'start' in value) found.push(value as Quote);
    Object.values(value).forEach(walk);
  };
  for (const node of graph.nodes()) walk(ask(graph, 'neighbours', { node }));
  for (let n = 1; n <= 6; n++) for (const name of ['paper', 'related']) walk(ask(graph, name, { paper: paperId(n) }));
  walk(ask(graph, 'results'));
  for (const text of ['pruning', 'BERT', 'depression speech']) walk(ask(graph, 'search', { text }));
  expect(found.length).toBeGreaterThan(80);
  for (const { paper, sentence, start, end } of found) {
    const text = textOf(graph.getNodeAttributes(paper) as PaperNode);
    expect(text).toContain(sentence);
    expect(sentence).toContain(text.slice(start, end));
    expect(sentence).not.toBe('');
  }
});

describe('paper', () => {
  const [item] = ask(graph, 'paper', { paper: '2401.10000' }).items;
  test('has its entities by type and role, each with its sentences', () => {
    expect((item!['entities'] as { label: string; role?: string }[]).map(({ label, role }) => [label, role])).toEqual([
      ['PruneNet', 'proposed'],
      ['structured pruning', 'used'],
      ['magnitude pruning', 'baseline'],
      ['ImageNet-1K', undefined],
      ['FLOPs', undefined],
    ]);
  });
  test('has its results, claims and related papers', () => {
    expect(item).toMatchObject({
      results: [
        { value: '40%', metric: 'FLOPs', dataset: 'ImageNet-1K', evidence: [{ sentence: 'It reduces FLOPs by 40% on ImageNet-1K.' }] },
      ],
      claims: [{ kind: 'outperforms', label: 'magnitude pruning', by: 'PruneNet' }],
      related: [{ id: paperId(3), why: ['structured pruning', 'ImageNet-1K'] }],
      community: { id: 'c1', label: 'structured pruning' },
    });
  });
});

describe('related', () => {
  test('gives all papers with any relation, best first, and says why', () => {
    const { items, total } = ask(graph, 'related', { paper: '2401.10000', limit: 100 });
    expect(items[0]).toMatchObject({
      id: paperId(3),
      shared: expect.arrayContaining([expect.objectContaining({ id: 'technique:structured-pruning' })]),
    });
    expect(items.map(({ id }) => id)).not.toContain(paperId(1));
    expect(total).toBe(items.length);
    const scores = items.map((item) => item['score'] as number);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(items[0]!['why']).toContain('Both use structured pruning (3 papers).');
  });
  test('by one aspect is the same from both sides', () => {
    const score = (from: number, to: number): unknown =>
      ask(graph, 'related', { paper: paperId(from), by: 'technique' }).items.find(({ id }) => id === paperId(to))?.['score'];
    for (let a = 1; a <= 6; a++) for (let b = 1; b < a; b++) expect(score(a, b)).toEqual(score(b, a));
  });
  test('the limit cuts, and the total says so', () => {
    const answer = ask(graph, 'related', { paper: '2401.10000', limit: 1 });
    expect(answer.items).toHaveLength(1);
    expect(answer.total).toBeGreaterThan(1);
  });
});

describe('results', () => {
  test.each([
    [{}, ['8-18x', '3.5x', '40%', '91.2%']],
    [{ order: 'least' }, ['40%', '3.5x', '8-18x', '91.2%']],
    [{ metric: 'flops' }, ['40%']],
    [{ metric: 'Speed' }, ['3.5x']],
    [{ dataset: 'GLUE' }, ['91.2%']],
    [{ hardware: 'iphone 8' }, ['3.5x', '91.2%']],
    [{ hardware: 'hardware:iphone-8' }, ['3.5x']],
    [{ baseline: 'BERT' }, ['8-18x', '3.5x']],
    [{ technique: 'PruneNet' }, ['40%']],
    [{ paper: '2402.00004' }, ['8-18x']],
    [{ direction: 'decrease' }, ['8-18x', '40%']],
    [{ unit: '×' }, ['8-18x', '3.5x']],
    [{ unit: 'x', min: '10' }, ['8-18x']],
    [{ max: '8' }, ['8-18x', '3.5x']],
    [{ min: 41, max: 90 }, []],
    [{ limit: 1 }, ['8-18x']],
  ])('%j are %j', (params, expected) => expect(values(params)).toEqual(expected));
  test('where nothing is all that is asked for, what comes near is told', () => {
    const { items, notes } = ask(graph, 'results', { metric: 'FLOPs', hardware: 'mobile devices', direction: 'decrease' });
    expect(items).toEqual([]);
    expect(notes).toEqual([
      'No figure is all of this.',
      'Without "hardware": 1, such as 40% decrease of FLOPs in "PruneNet: Structured Pruning of Vision Transformers".',
    ]);
  });
  test('an unknown metric is told', () =>
    expect(errorOf('results', { metric: 'flips' })).toMatchObject({ name: 'NotFoundError', candidates: ['metric:flops'] }));
});

describe('neighbours', () => {
  test('says kind, direction and other end', () => {
    const { items } = ask(graph, 'neighbours', { node: 'PruneNet' });
    expect(items).toMatchObject([
      { id: paperId(1), is: 'paper', kind: 'proposes', direction: 'in', role: 'proposed' },
      { id: 'technique:magnitude-pruning', is: 'technique', kind: 'outperforms', direction: 'out' },
    ]);
  });
  test('keeps only the kinds asked for', () =>
    expect(idsFor('neighbours', { node: paperId(1), kind: 'evaluated_on, measures' })).toEqual(['dataset:imagenet-1k', 'metric:flops']));
});

describe('search', () => {
  test.each([
    ['knowlege distilation', 'technique:knowledge-distillation'],
    ['KD', 'technique:knowledge-distillation'],
    ['prunen', 'technique:prunenet'],
    ['imagenet', 'dataset:imagenet-1k'],
    ['depression scale', 'technique:sad-scale'],
  ])('%s finds %s first', (text, id) => expect(idsFor('search', { text })[0]).toBe(id));
  test('keeps only the kinds asked for', () =>
    expect(idsFor('search', { text: 'pruning', kinds: 'paper' }).sort()).toEqual([paperId(1), paperId(3), paperId(4)]));
  test('nothing found is an empty answer', () =>
    expect(ask(graph, 'search', { text: 'zzzzqqqq' })).toEqual({ query: 'search', items: [], total: 0 }));
});

test('a paper goes by what stands before the colon of its title', () => {
  const whole = ask(smallGraph(), 'paper', { paper: 'PruneNet: Structured Pruning of Vision Transformers' });
  expect(ask(smallGraph(), 'paper', { paper: 'prunenet' })).toEqual(whole);
});
