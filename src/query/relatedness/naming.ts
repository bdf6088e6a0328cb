import type { EdgeKind, KnowledgeGraph } from '../../graph.ts';
import { idsOf, isEntity } from '../access.ts';
import { perGraph } from '../cache.ts';
import { targetsOf } from '../links.ts';
import { sparse } from './sparse.ts';
import type { Sparse } from './sparse.ts';

/** How much it says that a paper is linked to a thing, by the kind of the link; kinds that are not here relate no papers. */
const NAMED: Partial<Record<EdgeKind, number>> = {
  proposes: 1.3,
  uses: 1,
  compares_with: 0.9,
  mentions: 0.6,
  evaluated_on: 1,
  targets: 1,
  measures: 1,
  addresses: 1,
};
/** And that one of its results is. */
const MEASURED: Partial<Record<EdgeKind, number>> = { over: 1, on: 1, runs_on: 0.8, of: 0.6 };

/** What a version says of its family: LLaMA 7B is a LLaMA. */
const OF_FAMILY = 0.5;

/** Who names what: papers and entities by number, in code-unit order of their ids. */
export interface Naming {
  papers: string[];
  row: Map<string, number>;
  entities: string[];
  /** A row a paper: what it names, and the families of that, weighted by the role and by rarity (1 for what a single paper names). */
  named: Sparse;
  /** The same for what its results are of, on and against. */
  measured: Sparse;
}

export const naming = perGraph((graph: KnowledgeGraph): Naming => {
  const papers = idsOf(graph, (kind) => kind === 'paper');
  const entities = idsOf(graph, isEntity);
  const number = new Map(entities.map((id, n) => [id, n]));
  const gather = (row: Map<number, number>, node: string, worth: typeof NAMED): void =>
    graph.forEachOutEdge(node, (_, { kind }, _source, target) => {
      const entity = number.get(target);
      const weight = worth[kind];
      if (entity !== undefined && weight !== undefined) row.set(entity, Math.max(row.get(entity) ?? 0, weight));
    });
  const named = papers.map((paper) => {
    const row = new Map<number, number>();
    gather(row, paper, NAMED);
    for (const [version, weight] of Array.from(row))
      for (const family of targetsOf(graph, entities[version]!, 'variant_of')) {
        const known = number.get(family)!;
        row.set(known, Math.max(row.get(known) ?? 0, weight * OF_FAMILY));
      }
    return row;
  });
  const measured = papers.map((paper) => {
    const row = new Map<number, number>();
    graph.forEachOutEdge(paper, (_, { kind }, _source, target) => {
      if (kind === 'claims') gather(row, target, MEASURED);
    });
    return row;
  });
  return {
    papers,
    row: new Map(papers.map((id, row) => [id, row])),
    entities,
    named: sparse(byRarity(named, entities.length)),
    measured: sparse(byRarity(measured, entities.length)),
  };
});

function byRarity(rows: Map<number, number>[], count: number): Map<number, number>[] {
  const found = new Float64Array(count);
  for (const row of rows) for (const entity of row.keys()) found[entity]!++;
  const most = Math.log(1 + rows.length);
  for (const row of rows) for (const [entity, weight] of row) row.set(entity, (weight * Math.log(1 + rows.length / found[entity]!)) / most);
  return rows;
}
