import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Answers } from '../../viz/answers.ts';
import { questionsIn } from '../../viz/questions.ts';
import { smallGraph } from '../helpers/graph.ts';

const questions = new Answers(smallGraph()).questions();
const first = (text: string) => questionsIn(text, questions)[0];

test.each([
  ['path from BERT to ImageNet-1K', 'path', { from: 'BERT', to: 'ImageNet-1K' }, true],
  ['Path BERT', 'path', { from: 'BERT' }, false],
  ['compare PruneNet vs magnitude pruning', 'compare', { a: 'PruneNet', b: 'magnitude pruning' }, true],
  ['lineage of structured pruning', 'lineage', { technique: 'structured pruning' }, true],
  ['leaderboard accuracy on GLUE', 'leaderboard', { metric: 'accuracy', dataset: 'GLUE' }, true],
  ['disag', 'disagreements', {}, false],
  ['papers contradict', 'disagreements', {}, false],
])('%j means %s', (text, query, params, complete) => expect(first(text)).toMatchObject({ ask: { query, params }, complete }));

describe('any text', () => {
  test.each([[''], ['ab'], ['BERT'], ['search pruning']])('%j means no question', (text) => expect(first(text)).toBeUndefined());

  test('means at most two, each declared, with parameters of its own', () => {
    const words = fc.constantFrom('path', 'compare', 'to', 'and', ',', 'why', 'BERT', '__proto__', ' ');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(words).map((some) => some.join(' '))), (text) => {
        const found = questionsIn(text, questions);
        expect(found.length).toBeLessThan(3);
        for (const { ask } of found) {
          const declared = questions.find(({ id }) => id === ask.query)!;
          for (const name of Object.keys(ask.params)) expect(declared.params.map((one) => one.name)).toContain(name);
        }
      }),
    ); // prettier-ignore
  });
});

test('an answer names first what the question is about, however it is called', () => {
  const graph = smallGraph();
  const answers = new Answers(graph);
  for (const name of ['structured pruning', 'technique:structured-pruning']) {
    const said = answers.ask('neighbours', { node: name });
    expect('nodes' in said && said.nodes[0]).toBe('technique:structured-pruning');
    expect('nodes' in said && said.nodes.length).toBeGreaterThan(1);
  }
});
