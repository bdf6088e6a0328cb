import type { EdgeKind } from '../../graph.ts';
import { kindOf } from '../access.ts';
import { perGraph } from '../cache.ts';

/** Edges that rest on others of the graph: a way through them would explain nothing. */
const DERIVED: ReadonlySet<EdgeKind> = new Set(['related_to']);

/**
 * The graph as links without direction, by rows: node r is linked to `targets` with `weights`, from offsets[r] to offsets[r + 1].
 * All edges between two nodes are one link with the sum of their weights.
 */
export interface LinkNetwork {
  /** Node ids in code-unit order; a node goes by its place here. */
  ids: string[];
  number: Map<string, number>;
  offsets: Uint32Array;
  /** Ascending in each row. */
  targets: Uint32Array;
  weights: Float64Array;
  /** Sum of the weights of each row. */
  strength: Float64Array;
  /** 1 for a node that no way goes through: a result stands beside its paper, and is no thing of its own. */
  closed: Uint8Array;
}

export const linkNetwork = perGraph((graph): LinkNetwork => {
  const ids = graph.nodes().sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(ids.map((id, n) => [id, n]));
  const rows: Map<number, number>[] = ids.map(() => new Map());
  graph.forEachEdge((_, { kind, weight }, source, target) => {
    if (source === target || DERIVED.has(kind)) return;
    const [a, b] = [number.get(source)!, number.get(target)!];
    rows[a]!.set(b, (rows[a]!.get(b) ?? 0) + weight);
    rows[b]!.set(a, (rows[b]!.get(a) ?? 0) + weight);
  });
  const offsets = new Uint32Array(ids.length + 1);
  rows.forEach((row, r) => (offsets[r + 1] = offsets[r]! + row.size));
  const targets = new Uint32Array(offsets[ids.length]!);
  const weights = new Float64Array(targets.length);
  const strength = new Float64Array(ids.length);
  rows.forEach((row, r) => {
    const sorted = targets.subarray(offsets[r], offsets[r + 1]);
    sorted.set([...row.keys()]);
    sorted.sort();
    sorted.forEach((target, i) => {
      weights[offsets[r]! + i] = row.get(target)!;
      strength[r]! += row.get(target)!;
    });
  });
  const closed = Uint8Array.from(ids, (id) => Number(kindOf(graph, id) === 'result'));
  return { ids, number, offsets, targets, weights, strength, closed };
});
