import type { Analysis, Network } from '../types.ts';
import { Heaviest } from './heaviest.ts';
import type { AnalyseOptions } from './options.ts';
import type { Projection } from './projection.ts';

/**
 * The strongest links of each paper, strongest first, with the shared entities that they rest on. Papers that share none by name, but
 * only what the names of their entities end in, are not told as related.
 */
export function relatedPapers(network: Network, projection: Projection, options: AnalyseOptions): Analysis['related'] {
  const { papers, links } = projection;
  const { offsets, targets, weights } = links;
  const share = sharing(network, projection);
  const row = new Heaviest(papers.length);
  const kept = new Map<number, Analysis['related'][number]>();
  papers.forEach((paper, i) => {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) row.offer(targets[k]!, weights[k]!);
    let found = 0;
    share.from(paper);
    for (const { item, weight } of row.drain()) {
      if (found === options.related) break;
      const shared = share.with(papers[item]!, options.shared);
      if (!shared.length) continue;
      found++;
      const [source, target] = [Math.min(paper, papers[item]!), Math.max(paper, papers[item]!)];
      kept.set(Math.min(i, item) * papers.length + Math.max(i, item), { source, target, weight, shared });
    }
    share.done(paper);
  });
  return [...kept.values()].sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target);
}

/** Entities that two papers both name, those that say most first. */
function sharing({ ids, offsets, targets, weights }: Network, { worth }: Projection) {
  const here = new Float64Array(ids.length);
  const best = new Heaviest(ids.length);
  const mark = (paper: number, on: boolean): void => {
    for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++) here[targets[k]!] = on ? weights[k]! * worth[targets[k]!]! : 0;
  };
  return {
    from: (paper: number): void => mark(paper, true),
    done: (paper: number): void => mark(paper, false),
    with(paper: number, most: number): number[] {
      for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++)
        if (here[targets[k]!]! > 0) best.offer(targets[k]!, here[targets[k]!]! * weights[k]!);
      return best.drain().slice(0, most).map(({ item }) => item); // prettier-ignore
    },
  };
}
