import { edgeKey, type EdgeAttributes, type EdgeKind, type Evidence } from '../../src/graph.ts';
import { linkWeight } from './weights.ts';

export interface Edge {
  key: string;
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

/** Edges under their keys; the same edge from several places is one, with all of its evidence. */
export class Edges {
  readonly #byKey = new Map<string, Edge>();

  add(
    kind: EdgeKind,
    source: string,
    target: string,
    evidence: Evidence[],
    more: Pick<EdgeAttributes, 'role' | 'confidence' | 'why'> = {},
  ): void {
    const key = edgeKey(kind, source, target);
    const known = this.#byKey.get(key);
    if (known) known.attributes.evidence.push(...evidence);
    else this.#byKey.set(key, { key, source, target, attributes: { kind, weight: 0, evidence: [...evidence], ...more } });
  }

  /** All edges in the order of their keys, with evidence in reading order and weights set. */
  sorted(): Edge[] {
    const edges = [...this.#byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { attributes } of edges) {
      attributes.evidence = distinct(attributes.evidence.sort(readingOrder));
      attributes.weight = linkWeight(attributes.kind, attributes.evidence.length);
    }
    return edges;
  }
}

function readingOrder(a: Evidence, b: Evidence): number {
  if (a.paper !== b.paper) return a.paper < b.paper ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** Drops evidence equal to its predecessor. */
const distinct = (sorted: Evidence[]): Evidence[] => sorted.filter((e, i) => i === 0 || readingOrder(sorted[i - 1]!, e) !== 0);
