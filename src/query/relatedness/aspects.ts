import { ENTITY_TYPES } from '../../model.ts';
import { kindOf } from '../access.ts';
import { perGraph } from '../cache.ts';
import { naming } from './naming.ts';
import { add, eachIn, lengths, products, sparse, transposed } from './sparse.ts';
import type { Sparse } from './sparse.ts';

/** What papers may be compared by alone: entities of one type, or what their results are of, on and against. */
export const ASPECTS = [...ENTITY_TYPES, 'result'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Added to the denominator of the cosine: two papers that name a common metric and nothing else are not thought equal. */
const DAMPING = 1;

/** A row a paper, a column an entity. */
export interface Shown {
  rows: Sparse;
  byColumn: Sparse;
  lengths: Float64Array;
}

export const aspects = perGraph((graph): ReadonlyMap<Aspect, Shown> => {
  const { papers, entities, named, measured } = naming(graph);
  const shown = (rows: Sparse): Shown => ({ rows, byColumn: transposed(rows, entities.length), lengths: lengths(rows) });
  const ofType = (type: Aspect): Sparse => {
    const kept = entities.map((id) => kindOf(graph, id) === type);
    return sparse(
      papers.map((_, row) => {
        const some = new Map<number, number>();
        eachIn(named, row, (entity, weight) => kept[entity] && some.set(entity, weight));
        return some;
      }),
    );
  };
  return new Map(ASPECTS.map((aspect) => [aspect, shown(aspect === 'result' ? measured : ofType(aspect))]));
});

/** How alike every paper is to one in an aspect, 0 to 1. */
export function likeness({ rows, byColumn, lengths }: Shown, row: number): Float64Array {
  const query = new Float64Array(byColumn.offsets.length - 1);
  add(query, rows, row, 1);
  return products(query, byColumn, lengths.length).map((dot, other) => dot / damped(lengths, row, other));
}

/** What the product of two rows is divided by. */
export const damped = (lengths: Float64Array, a: number, b: number): number => lengths[a]! * lengths[b]! + DAMPING;
