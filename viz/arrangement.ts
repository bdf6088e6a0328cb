/** What passes a filter as a graph of its own to be placed, rows as they are counted here. Pure. */
import { EDGE_KINDS } from '../src/graph.ts';
import { rowsOf, type Passing } from './filter.ts';
import type { Model } from './model.ts';

/** Links as compressed sparse rows, both ways; typed arrays alone, so that it goes to a worker as it is. */
export interface Unplaced {
  /** The model's row of each node. */
  rows: Uint32Array;
  /** Index into NODE_KINDS. */
  kinds: Uint8Array;
  /** Nodes of one group are drawn together; -1 for none. */
  groups: Int32Array;
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: Float32Array;
  /** Pairs of related papers, and how alike they are. */
  related: { source: Uint32Array; target: Uint32Array; weight: Float32Array };
  x: Float64Array;
  y: Float64Array;
}

const RELATED = EDGE_KINDS.indexOf('related_to');

export function unplaced(model: Model, passing: Passing): Unplaced {
  const rows = Uint32Array.from(rowsOf(passing.nodes));
  const place = new Int32Array(model.count).fill(-1);
  rows.forEach((row, i) => (place[row] = i));
  const edges = rowsOf(passing.edges).filter((edge) => model.source[edge] !== model.target[edge]);
  const links = edges.filter((edge) => model.edgeKind[edge] !== RELATED);
  const kin = edges.filter((edge) => model.edgeKind[edge] === RELATED);
  const ends = (edge: number): [number, number] => [place[model.source[edge]!]!, place[model.target[edge]!]!];

  const offsets = new Uint32Array(rows.length + 1);
  for (const edge of links) for (const end of ends(edge)) offsets[end + 1]!++;
  for (let i = 0; i < rows.length; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, rows.length);
  const targets = new Uint32Array(2 * links.length);
  const weights = new Float32Array(2 * links.length);
  for (const edge of links) {
    const [a, b] = ends(edge);
    for (const [from, to] of [[a, b], [b, a]] as const) {
      targets[next[from]!] = to;
      weights[next[from]!++] = model.weight[edge]!;
    }
  } // prettier-ignore
  return {
    rows,
    kinds: Uint8Array.from(rows, (row) => model.kind[row]!),
    groups: Int32Array.from(rows, (row) => model.community[row]!),
    offsets,
    targets,
    weights,
    related: {
      source: Uint32Array.from(kin, (edge) => ends(edge)[0]),
      target: Uint32Array.from(kin, (edge) => ends(edge)[1]),
      weight: Float32Array.from(kin, (edge) => model.weight[edge]!),
    },
    x: Float64Array.from(rows, (row) => model.x[row]!),
    y: Float64Array.from(rows, (row) => model.y[row]!),
  };
}
