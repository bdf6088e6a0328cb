import { entityAt, idsOf } from './access.ts';
import { perGraph } from './cache.ts';
import { targetsOf } from './links.ts';
import type { KnowledgeGraph } from '../graph.ts';

/** Fewer papers than this tell nothing of a technique or a dataset. */
const LEAST_PAPERS = 3;

/** Which techniques are reported on which datasets: together in a paper that evaluates on the dataset. */
export interface Grounds {
  techniques: string[];
  datasets: string[];
  /** Datasets of each technique, and techniques of each dataset, in ascending order. */
  datasetsOf: number[][];
  techniquesOf: number[][];
}

export const grounds = perGraph((graph: KnowledgeGraph): Grounds => {
  const known = (kind: 'technique' | 'dataset'): string[] =>
    idsOf(graph, (each) => each === kind).filter((id) => entityAt(graph, id).papers >= LEAST_PAPERS);
  const [techniques, datasets] = [known('technique'), known('dataset')];
  const [numberOf, placeOf] = [techniques, datasets].map((ids) => new Map(ids.map((id, i) => [id, i]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const datasetsOf = techniques.map(() => new Set<number>());
  for (const paper of idsOf(graph, (kind) => kind === 'paper')) {
    const on = targetsOf(graph, paper, 'evaluated_on').flatMap((id) => placeOf.get(id) ?? []);
    if (!on.length) continue;
    for (const id of targetsOf(graph, paper, 'proposes', 'uses', 'compares_with')) {
      const technique = numberOf.get(id);
      if (technique !== undefined) for (const dataset of on) datasetsOf[technique]!.add(dataset);
    }
  }
  const techniquesOf = datasets.map((): number[] => []);
  datasetsOf.forEach((on, technique) => on.forEach((dataset) => techniquesOf[dataset]!.push(technique)));
  return { techniques, datasets, datasetsOf: datasetsOf.map((on) => [...on].sort((a, b) => a - b)), techniquesOf };
});

/**
 * How alike a technique is to each other by the datasets they are reported on: a cosine in which a dataset that few share
 * counts more (Adamic and Adar, "Friends and neighbors on the Web", 2003).
 */
export function alikeTo({ techniques, datasetsOf, techniquesOf }: Grounds, technique: number): Float64Array {
  const likeness = new Float64Array(techniques.length);
  const own = datasetsOf[technique]!;
  for (const dataset of own) {
    const others = techniquesOf[dataset]!;
    const weight = 1 / Math.log(1 + others.length);
    for (const other of others) likeness[other]! += weight;
  }
  likeness[technique] = 0;
  return likeness.map((value, other) => (value ? value / Math.sqrt(own.length * datasetsOf[other]!.length) : 0));
}
