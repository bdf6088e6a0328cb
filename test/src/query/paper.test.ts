/** A paper in full against one found the slow way, by looking at everything, on graphs made by chance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdgeKind } from '../../../src/graph.ts';
import { open } from '../../../src/query/open.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

const NAMES_IT: EdgeKind[] = ['proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses'];

const sorted = (values: readonly string[]): string[] => [...values].sort((a, b) => (a < b ? -1 : 1));

test('a paper in full has every entity, figure and claim that its edges name, and its nearest papers', () =>
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { papers, edges } = plain(graph);
      const ofSentences = (each: readonly { paper: string; sentence: number }[]): number =>
        new Set(each.map(({ paper, sentence }) => `${paper} ${sentence}`)).size;
      for (const { id, title, abstract, claims: own } of papers) {
        const { items, total } = open(graph).paper({ paper: id });
        const [item] = items;
        expect([items.length, total]).toEqual([1, 1]);
        expect(item).toMatchObject({ id, title, abstract });
        const out = edges.filter(({ source }) => source === id);
        const named = out.filter(({ kind }) => NAMES_IT.includes(kind));
        expect(sorted(item!.entities.map((e) => `${e.relation} ${e.id} ${e.evidence.length}`))).toEqual(
          sorted(named.map(({ kind, target, evidence }) => `${kind} ${target} ${ofSentences(evidence)}`)),
        );
        expect(sorted(item!.results.map((each) => each.id))).toEqual(
          sorted(out.filter(({ kind }) => kind === 'claims').map((e) => e.target)),
        );
        const speakers = new Set([id, ...out.filter(({ kind }) => kind === 'proposes').map(({ target }) => target)]);
        const compared = edges.filter(
          ({ kind, source, evidence }) =>
            (kind === 'outperforms' || kind === 'matches') && speakers.has(source) && evidence.some(({ paper }) => paper === id),
        );
        expect(sorted(item!.claims.map((each) => `${each.kind} ${each.id ?? ''}`))).toEqual(
          sorted([...own.map(({ kind }) => `${kind} `), ...compared.map(({ kind, target }) => `${kind} ${target}`)]),
        );
        const related = edges.filter(({ kind, source, target }) => kind === 'related_to' && (source === id || target === id));
        const nearest = related.map(({ source, target, weight }) => ({ id: source === id ? target : source, weight: weight! }));
        nearest.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
        expect(item!.related.map((each) => each.id)).toEqual(nearest.slice(0, 10).map((each) => each.id));
      }
    }),
    { numRuns: 25 },
  ));
