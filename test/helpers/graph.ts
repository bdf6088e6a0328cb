import { createGraph, edgeKey } from '../../src/graph.ts';
import type { EdgeKind, Evidence, Join, KnowledgeGraph, Placed, ResultNode } from '../../src/graph.ts';
import { textOf } from '../../src/model.ts';
import type { Direction, EntityType, Role } from '../../src/model.ts';

const PAPERS = [
  ['2401.10000', 'PruneNet: Structured Pruning of Vision Transformers', 'Vision transformers are slow. We propose PruneNet, a structured pruning method. It reduces FLOPs by 40% on ImageNet-1K. PruneNet outperforms magnitude pruning.'],
  ['2401.10001', 'Distilling Language Models for Phones', 'We apply knowledge distillation (KD) to language models. Our student runs 3.5x faster than BERT on an iPhone 8. Accuracy reaches 91.2% on GLUE.'],
  ['2402.00003', 'A Study of Structured Pruning', 'Structured pruning removes channels. We study structured pruning on ImageNet-1K with FLOPs as the budget.'],
  ['2402.00004', 'Knowledge Distillation Meets Structured Pruning', 'We combine knowledge distillation with structured pruning. Models are up to 8-18x smaller than BERT.'],
  ['2403.00005', 'Visual Place Recognition at Night', 'We address visual place recognition. SAD is robust to darkness.'],
  ['2403.00006', 'Detecting Depression from Speech', 'SAD detects depression from speech on a GPU.'],
] as const; // prettier-ignore

export const paperId = (n: number): string => `paper:${PAPERS[n - 1]![0]}`;

const placed = (label: string): Placed => ({ label, community: 'c1', degree: 0, betweenness: 0, x: 0, y: 0, size: 1 });

/** Six papers with entities, results and claims, made by hand in the shape that the pipeline gives. */
export function smallGraph(): KnowledgeGraph {
  const graph = createGraph();
  graph.setAttribute('communities', [
    { id: 'c1', label: 'structured pruning', size: 6, color: '#336699', top: ['technique:structured-pruning'] },
  ]);
  for (const [id, title, abstract] of PAPERS) {
    const text = textOf({ title, abstract });
    const sentences: [number, number][] = [[0, title.length]];
    for (const found of text.slice(title.length + 1).matchAll(/\S.*?\.(?= |$)/g)) {
      const start = title.length + 1 + found.index;
      sentences.push([start, start + found[0].length]);
    }
    graph.addNode(`paper:${id}`, {
      kind: 'paper',
      ...placed(title),
      title,
      abstract,
      sentences,
      date: { year: 2024, month: 1 },
      links: [],
      claims: [],
    });
  }
  /** Where a form stands, each time, in paper n. */
  const evidence = (n: number, form: string): Evidence[] => {
    const { title, abstract, sentences } = graph.getNodeAttributes(paperId(n)) as never as {
      title: string;
      abstract: string;
      sentences: [number, number][];
    };
    const text = textOf({ title, abstract });
    const found: Evidence[] = [];
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1))
      found.push({
        paper: paperId(n),
        sentence: sentences.findIndex(([a, b]) => start >= a && start < b),
        start,
        end: start + form.length,
      });
    if (!found.length) throw new Error(`"${form}" is not in paper ${n}`);
    return found;
  };
  const entity = (type: EntityType, slug: string, label: string, aliases: string[] = []): string => {
    const id = `${type}:${slug}`;
    const joins: Join[] = [
      { form: label, rule: 'same words', papers: 1 },
      ...aliases.map((form): Join => ({ form, rule: 'defined in the paper', papers: 1, to: label })),
    ];
    graph.addNode(id, { kind: type, ...placed(label), aliases, papers: 0, joins });
    return id;
  };
  const link = (kind: EdgeKind, from: string, to: string, at: Evidence[], role?: Role, why?: string[]): void => {
    graph.addEdgeWithKey(edgeKey(kind, from, to), from, to, {
      kind,
      weight: at.length || 1,
      evidence: at,
      ...(role && { role }),
      ...(why && { why }),
    });
    const node = graph.getNodeAttributes(to);
    if (from.startsWith('paper:') && 'papers' in node) node.papers++;
  };
  const result = (n: number, ordinal: number, value: string, low: number, high: number, unit: string, direction: Direction, slots: Partial<Pick<ResultNode, 'metric' | 'baseline' | 'dataset' | 'hardware' | 'hedge'>>): string => {
    const id = `result:${PAPERS[n - 1]![0]}-${ordinal}`;
    const at = evidence(n, value)[0]!;
    graph.addNode(id, { kind: 'result', ...placed(value), value, quantity: { low, high, unit }, direction, metric: null, baseline: null, dataset: null, hardware: null, ...slots, evidence: at });
    link('claims', paperId(n), id, [at]);
    return id;
  }; // prettier-ignore

  const pruning = entity('technique', 'structured-pruning', 'structured pruning');
  const prunenet = entity('technique', 'prunenet', 'PruneNet');
  const magnitude = entity('technique', 'magnitude-pruning', 'magnitude pruning');
  const distillation = entity('technique', 'knowledge-distillation', 'knowledge distillation', ['KD']);
  const bert = entity('technique', 'bert', 'BERT');
  const place = entity('technique', 'sad-place', 'SAD place recognition', ['SAD']);
  const scale = entity('technique', 'sad-scale', 'SAD depression scale', ['SAD']);
  const imagenet = entity('dataset', 'imagenet-1k', 'ImageNet-1K');
  const glue = entity('dataset', 'glue', 'GLUE');
  const iphone = entity('hardware', 'iphone-8', 'iPhone 8');
  const gpu = entity('hardware', 'gpu', 'GPU');
  const flops = entity('metric', 'flops', 'FLOPs', ['floating-point operations']);
  const accuracy = entity('metric', 'accuracy', 'Accuracy');
  const recognition = entity('task', 'visual-place-recognition', 'visual place recognition');

  link('proposes', paperId(1), prunenet, evidence(1, 'PruneNet'), 'proposed');
  link('uses', paperId(1), pruning, evidence(1, 'structured pruning'), 'used');
  link('compares_with', paperId(1), magnitude, evidence(1, 'magnitude pruning'), 'baseline');
  link('evaluated_on', paperId(1), imagenet, evidence(1, 'ImageNet-1K'));
  link('measures', paperId(1), flops, evidence(1, 'FLOPs'));
  link('uses', paperId(2), distillation, evidence(2, 'knowledge distillation'), 'used');
  link('compares_with', paperId(2), bert, evidence(2, 'BERT'), 'baseline');
  link('evaluated_on', paperId(2), glue, evidence(2, 'GLUE'));
  link('targets', paperId(2), iphone, evidence(2, 'iPhone 8'));
  link('measures', paperId(2), accuracy, evidence(2, 'Accuracy'));
  link('uses', paperId(3), pruning, evidence(3, 'structured pruning'), 'used');
  link('evaluated_on', paperId(3), imagenet, evidence(3, 'ImageNet-1K'));
  link('measures', paperId(3), flops, evidence(3, 'FLOPs'));
  link('uses', paperId(4), distillation, evidence(4, 'knowledge distillation'), 'used');
  link('uses', paperId(4), pruning, evidence(4, 'structured pruning'), 'used');
  link('compares_with', paperId(4), bert, evidence(4, 'BERT'), 'baseline');
  link('addresses', paperId(5), recognition, evidence(5, 'visual place recognition'));
  link('proposes', paperId(5), place, evidence(5, 'SAD'), 'proposed');
  link('mentions', paperId(6), scale, evidence(6, 'SAD'), 'mentioned');
  link('targets', paperId(6), gpu, evidence(6, 'GPU'));
  link('outperforms', prunenet, magnitude, evidence(1, 'PruneNet outperforms magnitude pruning.'));
  link('related_to', paperId(1), paperId(3), [], undefined, ['technique:structured-pruning', 'dataset:imagenet-1k']);

  const cut = result(1, 1, '40%', 40, 40, '%', 'decrease', { metric: 'FLOPs', dataset: 'ImageNet-1K' });
  link('of', cut, flops, evidence(1, '40%'));
  link('on', cut, imagenet, evidence(1, '40%'));
  const faster = result(2, 1, '3.5x', 3.5, 3.5, 'x', 'increase', { metric: 'speed', baseline: 'BERT', hardware: 'iPhone 8' });
  link('over', faster, bert, evidence(2, '3.5x'));
  link('runs_on', faster, iphone, evidence(2, '3.5x'));
  const reached = result(2, 2, '91.2%', 91.2, 91.2, '%', 'value', { metric: 'Accuracy', dataset: 'GLUE' });
  link('of', reached, accuracy, evidence(2, '91.2%'));
  link('on', reached, glue, evidence(2, '91.2%'));
  const smaller = result(4, 1, '8-18x', 8, 18, 'x', 'decrease', { metric: 'size', baseline: 'BERT', hedge: 'up to' });
  link('over', smaller, bert, evidence(4, '8-18x'));
  return graph;
}
