/** Lineage against what is found the slow way, by looking at everything, on graphs made by chance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdgeKind } from '../../../src/graph.ts';
import { open } from '../../../src/query/open.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

const NAMES_IT: EdgeKind[] = ['proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses'];
const sorted = (values: readonly string[]): string[] => [...values].sort((a, b) => (a < b ? -1 : 1));

test('lineage is the family up and down, what proposers use and what users propose', () =>
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { papers, edges } = plain(graph);
      const step = (ids: Set<string>, up: boolean): Set<string> => {
        const more = edges
          .filter(({ kind, source, target }) => kind === 'variant_of' && ids.has(up ? source : target))
          .map(({ source, target }) => (up ? target : source));
        const next = new Set([...ids, ...more]);
        return next.size === ids.size ? ids : step(next, up);
      };
      const pairs = (of: EdgeKind, id: string, other: EdgeKind): string[] =>
        edges
          .filter(({ kind, target }) => kind === of && target === id)
          .flatMap(({ source }) =>
            edges.filter((each) => each.kind === other && each.source === source).map(({ target }) => `${target} ${source}`),
          );
      for (const technique of graph.filterNodes((_, { kind }) => kind === 'technique')) {
        const { items } = open(graph).lineage({ technique, limit: 10_000 });
        const of = (relation: string): string[] =>
          sorted(items.filter((item) => item.relation === relation).map(({ id, paper }) => (paper ? `${id} ${paper}` : id)));
        expect(of('version of')).toEqual(sorted([...step(new Set([technique]), true)].filter((id) => id !== technique)));
        expect(of('version')).toEqual(sorted([...step(new Set([technique]), false)].filter((id) => id !== technique)));
        const month = (paper: string): number => {
          const { date } = papers.find(({ id }) => id === paper)!;
          return date ? date.year! * 12 + date.month! : NaN;
        };
        const namers = edges
          .filter(({ kind, target }) => target === technique && NAMES_IT.includes(kind))
          .map(({ source }) => month(source));
        const later = (pair: string): boolean => namers.some((other) => other < month(pair.split(' ')[1]!));
        expect(of('builds on')).toEqual(sorted(pairs('proposes', technique, 'uses').filter((pair) => !later(pair))));
        const inTitle = (pair: string): boolean => {
          const [id, paper] = pair.split(' ');
          return edges.some(
            (e) => e.kind === 'proposes' && e.source === paper && e.target === id && e.evidence.some(({ sentence }) => !sentence),
          );
        };
        const built = pairs('uses', technique, 'proposes');
        const chief = built.filter(
          (pair) => inTitle(pair) || !built.some((other) => other.split(' ')[1] === pair.split(' ')[1] && inTitle(other)),
        );
        expect(of('built on it')).toEqual(sorted(chief));
      }
    }),
    { numRuns: 25 },
  ));
