import type { KnowledgeGraph, ResultNode } from '../graph.ts';
import type { Change } from './diff.ts';
import { change } from './keyed.ts';

/** A claimed figure. */
export interface Figure {
  /** Of the paper. */
  paper: string;
  title: string;
  label: string;
  metric: string | null;
  baseline: string | null;
  dataset: string | null;
  hardware: string | null;
}

/** Results by their paper and what they say, so that one read anew at another place of its paper is the same. */
export const resultsOf = (before: KnowledgeGraph, after: KnowledgeGraph): Change<Figure> => change(results(before), results(after));

function results(graph: KnowledgeGraph): Map<string, Figure> {
  const found = new Map<string, Figure>();
  graph.forEachNode((_, node) => {
    if (node.kind !== 'result') return;
    const figure = figureOf(graph, node);
    // A paper that says the same twice says it twice.
    const said = JSON.stringify([
      figure.paper,
      figure.label,
      figure.metric,
      figure.baseline,
      figure.dataset,
      figure.hardware,
      node.direction,
    ]);
    let key = said;
    for (let n = 2; found.has(key); n++) key = `${said} ${n}`;
    found.set(key, figure);
  });
  return found;
}

function figureOf(graph: KnowledgeGraph, { label, metric, baseline, dataset, hardware, evidence: { paper } }: ResultNode): Figure {
  return { paper, title: graph.getNodeAttribute(paper, 'label'), label, metric, baseline, dataset, hardware };
}
