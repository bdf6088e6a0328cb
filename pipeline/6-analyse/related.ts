import type { Analysis, Network } from '../types.ts';
import { eachNeighbour } from './bipartite.ts';
import type { AnalyseOptions } from './options.ts';
import { strongest, type Link, type Projection } from './projection.ts';

/** The strongest links of each paper, strongest first, with the shared entities that they rest on. */
export function relatedPapers(network: Network, { links, rarity }: Projection, options: AnalyseOptions): Analysis['related'] {
  const rows = new Map<number, { other: number; weight: number; link: Link }[]>();
  const add = (paper: number, other: number, link: Link) => {
    const row = rows.get(paper);
    if (row) row.push({ other, weight: link.weight, link });
    else rows.set(paper, [{ other, weight: link.weight, link }]);
  };
  for (const link of links) {
    add(link.source, link.target, link);
    add(link.target, link.source, link);
  }
  const kept = new Set<Link>();
  for (const row of rows.values()) for (const { link } of strongest(row, options.related)) kept.add(link);
  return [...kept]
    .sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target)
    .map(({ source, target, weight }) => ({
      source,
      target,
      weight,
      shared: shared(network, rarity, source, target).slice(0, options.shared),
    }));
}

/** Entities that both papers name, those that say most first. */
function shared(network: Network, rarity: Float64Array, a: number, b: number): number[] {
  const weightOf = new Map<number, number>();
  eachNeighbour(network, a, (entity, weight) => {
    if (rarity[entity]! > 0) weightOf.set(entity, weight);
  });
  const both: { other: number; weight: number }[] = [];
  eachNeighbour(network, b, (entity, weight) => {
    const there = weightOf.get(entity);
    if (there !== undefined) both.push({ other: entity, weight: there * weight * rarity[entity]! });
  });
  return strongest(both, both.length).map(({ other }) => other);
}
