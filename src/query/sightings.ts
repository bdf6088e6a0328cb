import type { Evidence, KnowledgeGraph } from '../graph.ts';
import { textOf } from '../model.ts';
import { paperAt, quotes } from './access.ts';
import { perGraph } from './cache.ts';
import type { Quote } from './types.ts';

const MOST = 2;

const textsOf = perGraph((graph) => {
  const texts = new Map<string, string>();
  return (paper: string): string => {
    let text = texts.get(paper);
    if (text === undefined) texts.set(paper, (text = textOf(paperAt(graph, paper))));
    return text;
  };
});

/** Where papers write the forms of an entity's name. */
export class Sightings {
  readonly #graph: KnowledgeGraph;
  readonly #byForm = new Map<string, Evidence[]>();

  constructor(graph: KnowledgeGraph, id: string) {
    this.#graph = graph;
    const text = textsOf(graph);
    for (const key of graph.inEdges(id).sort((a, b) => (a < b ? -1 : 1))) {
      if (!graph.source(key).startsWith('paper:')) continue;
      for (const each of graph.getEdgeAttribute(key, 'evidence')) {
        const form = text(each.paper).slice(each.start, each.end).replace(/\s+/g, ' ');
        const known = this.#byForm.get(form);
        if (known) known.push(each);
        else this.#byForm.set(form, [each]);
      }
    }
  }

  /** Sentences that hold a form, of a paper each. */
  of(form: string): Quote[] {
    return this.#told(this.#places(form));
  }

  /** Sentences that hold two forms. */
  together(form: string, other: string): Quote[] {
    const near = new Set(this.#places(other).map(({ paper, sentence }) => `${paper} ${sentence}`));
    return this.#told(this.#places(form).filter(({ paper, sentence }) => near.has(`${paper} ${sentence}`)));
  }

  /** Sentences that hold a form, of papers that never use the other. */
  alone(form: string, other: string): Quote[] {
    const papers = new Set(this.#places(other).map(({ paper }) => paper));
    return this.#told(this.#places(form).filter(({ paper }) => !papers.has(paper)));
  }

  #places = (form: string): Evidence[] => this.#byForm.get(form) ?? [];

  #told(places: readonly Evidence[]): Quote[] {
    const first = places.filter(({ paper }, i) => places[i - 1]?.paper !== paper);
    return quotes(this.#graph, first.slice(0, MOST));
  }
}
