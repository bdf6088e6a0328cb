import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { labelOf } from './access.ts';
import { perGraph } from './cache.ts';
import { alikeTo, grounds } from './grounds.ts';
import type { Grounds } from './grounds.ts';
import { distinct, firstQuote, namedNodeOf, NAMES_IT, sourcesOf } from './links.ts';
import { page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { evidence, namedNode } from './shapes.ts';
import type { NamedNode, Quote } from './shapes.ts';
import { tick } from './time.ts';
import { query } from './types.ts';

/** Most pairs of one technique where all are asked for, and most neighbours that explain a pair. */
const MAX_PAIRS = 3;
const MAX_LIKE = 3;

const gap = z.strictObject({
  technique: namedNode,
  dataset: namedNode,
  score: z.number().describe('how strongly the neighbours suggest it'),
  why: z.array(z.string()),
  like: z.array(namedNode).describe('techniques reported on the same datasets that are reported on this one too, the most alike first'),
  evidence,
});

export default query({
  id: 'gaps',
  summary: 'Techniques and datasets that their neighbours suggest together, but that no paper reports together.',
  params: z.strictObject({
    technique: z.string().optional().describe('only this technique: an id, a label or an alias'),
    dataset: z.string().optional().describe('only this dataset: an id, a label or an alias'),
    ...paging(20),
  }),
  item: gap,
  given: ['technique'],
  example: { technique: 'TECHNIQUE' },
  tables: [{ columns: ['score', 'technique', 'dataset'], below: ['why', 'sentence'] }],
  run(graph, { technique, dataset, ...paging }) {
    const index = grounds(graph);
    const t = technique === undefined ? undefined : numbered(graph, index.techniques, technique, 'technique');
    const d = dataset === undefined ? undefined : numbered(graph, index.datasets, dataset, 'dataset');
    const pairs = t === undefined && d === undefined ? strongest(graph) : t === undefined ? ofDataset(index, d!) : ofTechnique(index, t, d);
    return {
      ...page(pairs, paging, (pair) => explained(graph, index, pair)),
      notes: ['An abstract names only some of the datasets of its paper: a gap here may be filled in a full text.'],
    };
  },
});

interface Pair {
  technique: number;
  dataset: number;
  score: number;
}

/** The place of a name in the index; -1 where too few papers speak of it for any suggestion. */
const numbered = (graph: KnowledgeGraph, ids: readonly string[], name: string, kind: 'technique' | 'dataset'): number =>
  ids.indexOf(findNode(graph, name, [kind]));

const best = (pairs: Pair[]): Pair[] => pairs.sort((a, b) => b.score - a.score || a.technique - b.technique || a.dataset - b.dataset);

/** Datasets on which a technique is not reported, by how alike it is to those that are. */
function ofTechnique(index: Grounds, technique: number, dataset?: number): Pair[] {
  tick();
  const own = new Set(index.datasetsOf[technique] ?? []);
  if (!own.size) return [];
  const likeness = alikeTo(index, technique);
  const scores = new Float64Array(index.datasets.length);
  likeness.forEach((value, other) => {
    if (value) for (const on of index.datasetsOf[other]!) scores[on]! += value;
  });
  const pairs: Pair[] = [];
  scores.forEach((sum, on) => {
    const score = Math.round((sum / Math.sqrt(index.techniquesOf[on]!.length)) * 1e6) / 1e6;
    if (score > 0 && !own.has(on) && (dataset === undefined || dataset === on)) pairs.push({ technique, dataset: on, score });
  });
  return best(pairs);
}

const ofDataset = (index: Grounds, dataset: number): Pair[] =>
  dataset < 0 ? [] : best(index.techniques.flatMap((_, technique) => ofTechnique(index, technique, dataset)));

/** The strongest few of each technique. */
const strongest = perGraph((graph) => {
  const index = grounds(graph);
  return best(index.techniques.flatMap((_, technique) => ofTechnique(index, technique).slice(0, MAX_PAIRS)));
});

function explained(graph: KnowledgeGraph, index: Grounds, { technique, dataset, score }: Pair): z.output<typeof gap> {
  const likeness = alikeTo(index, technique);
  const reported = index.techniquesOf[dataset]!.filter((other) => likeness[other]! > 0);
  const near = reported.sort((a, b) => likeness[b]! - likeness[a]! || a - b).slice(0, MAX_LIKE);
  const on = index.datasets[dataset]!;
  const shared = (other: number): string => {
    const own = new Set(index.datasetsOf[technique]);
    const both = index.datasetsOf[other]!.filter((each) => own.has(each)).map((each) => labelOf(graph, index.datasets[each]!));
    return `${both.slice(0, MAX_LIKE).join(', ')}${both.length > MAX_LIKE ? ` and ${both.length - MAX_LIKE} more` : ''}`;
  };
  return {
    technique: namedNodeOf(graph, index.techniques[technique]!),
    dataset: namedNodeOf(graph, on),
    score,
    why: near.map((other) => `${labelOf(graph, index.techniques[other]!)} is reported on it, and like this technique on ${shared(other)}`),
    like: near.map((other): NamedNode => namedNodeOf(graph, index.techniques[other]!)),
    evidence: distinct(near.flatMap((other) => report(graph, index.techniques[other]!, on))),
  };
}

/** Where a paper that names both a technique and a dataset names the dataset. */
function report(graph: KnowledgeGraph, technique: string, dataset: string): Quote[] {
  const naming = new Set(sourcesOf(graph, technique, ...NAMES_IT));
  const paper = sourcesOf(graph, dataset, 'evaluated_on').find((each) => naming.has(each));
  return paper === undefined ? [] : firstQuote(graph, paper, dataset);
}
