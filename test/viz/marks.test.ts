import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperNode } from '../../src/graph.ts';
import { textOf } from '../../src/model.ts';
import { marksOf, pieces, type Named } from '../../viz/marks.ts';
import { paperId, smallGraph } from '../helpers/graph.ts';

const named = fc
  .record({
    start: fc.nat(40),
    length: fc.nat(12),
    node: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('technique' as const, 'metric' as const, 'result' as const),
  })
  .map(({ start, length, node, kind }): Named => ({ start, end: start + length, node, kind }));

test('pieces join up to the whole, and each character bears its innermost mark', () => {
  fc.assert(
    fc.property(fc.array(named, { maxLength: 8 }), fc.nat(30), fc.integer({ min: 1, max: 30 }), (marks, from, length) => {
      const to = from + length;
      const cut = pieces(marks, from, to);
      expect(cut[0]!.start).toBe(from);
      expect(cut.at(-1)!.end).toBe(to);
      for (const [i, piece] of cut.entries()) {
        expect(piece.end).toBeGreaterThan(piece.start);
        if (i) expect(piece.start).toBe(cut[i - 1]!.end);
      }
      for (let at = from; at < to; at++) {
        const over = marks.filter(({ start, end }) => start <= at && at < end);
        const names = over.filter(({ kind }) => kind !== 'result');
        const least = Math.min(...names.map(({ start, end }) => end - start));
        const piece = cut.find(({ start, end }) => start <= at && at < end)!;
        expect(piece.mark ? piece.mark.end - piece.mark.start : Infinity).toBe(least);
        expect(piece.result !== null).toBe(over.length > names.length);
      }
    }),
  );
});

test("a paper's marks are the forms in its text", () => {
  const graph = smallGraph();
  const paper = graph.getNodeAttributes(paperId(1)) as PaperNode;
  const words = marksOf(graph, paperId(1)).map(({ start, end, node }) => [textOf(paper).slice(start, end), node]);
  expect(words).toContainEqual(['PruneNet', 'technique:prunenet']);
  expect(words.map(([form]) => form)).not.toContain('');
  expect(new Set(words.map(([, node]) => node))).toEqual(new Set(graph.outNeighbors(paperId(1)).filter((id) => !id.startsWith('paper:'))));
});
