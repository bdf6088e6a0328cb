/** Why names are one or two against what found the slow way, by looking at everything, on graphs made by chance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntityNode } from '../../../src/graph.ts';
import { open } from '../../../src/query/open.ts';
import { anyGraph } from '../../helpers/random-graph.ts';

const sorted = (values: readonly string[]): string[] => [...values].sort((a, b) => (a < b ? -1 : 1));

test('why tells every join of an entity, each with a rule, and of two names whether they are one', () =>
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const claims = open(graph);
      const entities = graph.filterNodes((_, { kind }) => kind !== 'paper' && kind !== 'result');
      for (const entity of entities) {
        const { joins } = graph.getNodeAttributes(entity) as EntityNode;
        const { items } = claims.why({ entity, limit: 10_000 });
        const one = items.filter(({ is }) => is === 'one').map(({ name, of, rule }) => `${name} ${of} ${rule}`);
        expect(sorted(one)).toEqual(sorted(joins.flatMap(({ form, to, rule }) => (to === undefined ? [] : [`${form} ${to} ${rule}`]))));
        for (const other of entities) {
          const told = claims.why({ entity, other, limit: 10_000 }).items;
          if (other === entity) expect(told.every(({ is }) => is === 'one')).toBe(true);
          else expect(told.map((each) => [each.is, each.id, each.other])).toEqual([['apart', entity, other]]);
        }
      }
    }),
    { numRuns: 25 },
  ));
