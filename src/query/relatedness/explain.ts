import type { EdgeKind, KnowledgeGraph } from '../../graph.ts';
import { entityAt, kindOf, quote, resultAt } from '../access.ts';
import { edgeFrom, NAMES_IT } from '../links.ts';
import type { Quote } from '../types.ts';
import { stem } from './stem.ts';

/** Sentences that say why two papers are related, and the sentences of the papers that those rest on. */
export interface Reasons {
  why: string[];
  evidence: Quote[];
}

/** What papers do with what they name. */
const DOES: Partial<Record<EdgeKind, [both: string, one: string]>> = {
  proposes: ['propose', 'proposes'],
  compares_with: ['compare with', 'compares with'],
  uses: ['use', 'uses'],
  mentions: ['mention', 'mentions'],
  evaluated_on: ['evaluate on', 'evaluates on'],
  targets: ['target', 'targets'],
  measures: ['measure', 'measures'],
  addresses: ['address', 'addresses'],
};

/** Where results stand to what they have in common. */
const REPORT: { readonly [kind: string]: string } = { metric: 'figures of', dataset: 'figures on', hardware: 'figures on', technique: 'figures against' }; // prettier-ignore
const MAX_FIGURES = 2;
const MAX_WORDS = 6;

/** What two papers name: what they do with it alike is said in one sentence. */
export function named(graph: KnowledgeGraph, here: string, there: string, shared: readonly string[]): Reasons {
  const groups = new Map<string, string[]>();
  const evidence: Quote[] = [];
  for (const id of shared) {
    const links = [here, there].map((paper) => edgeFrom(graph, paper, id, NAMES_IT));
    for (const at of links) if (at?.evidence[0]) evidence.push(quote(graph, at.evidence[0]));
    const [a, b] = links.map((at) => at?.kind);
    const key = `${a} ${b}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const why = [...groups].map(([key, ids]) => {
    const [a, b] = key.split(' ').map((kind) => DOES[kind as EdgeKind]);
    const things = listed(ids.map((id) => rarely(graph, id)));
    if (!a || !b) return `Both name ${things}.`;
    return a === b ? `Both ${a[0]} ${things}.` : `This paper ${a[1]} ${things}, the other ${b[1]} ${ids.length > 1 ? 'them' : 'it'}.`;
  });
  return { why, evidence };
}

/** What the results of two papers are of, on and against, with the figures. */
export function measured(graph: KnowledgeGraph, here: string, there: string, shared: readonly string[]): Reasons {
  const evidence: Quote[] = [];
  const why = shared.map((id) => {
    const [a, b] = [here, there].map((paper) => {
      const results = resultsAbout(graph, paper, id);
      if (results[0] !== undefined) evidence.push(quote(graph, resultAt(graph, results[0]).evidence));
      return results.slice(0, MAX_FIGURES).map((result) => resultAt(graph, result).value).join(', '); // prettier-ignore
    });
    return `Both report ${REPORT[kindOf(graph, id)] ?? 'figures of'} ${rarely(graph, id)}: ${a} here, ${b} there.`;
  });
  return { why, evidence };
}

/** Words that two papers share, but for those of names already told, in any form. */
export function inWords(graph: KnowledgeGraph, words: readonly string[], told: readonly string[]): string[] {
  const forms = told.flatMap((id) => [entityAt(graph, id).label, ...entityAt(graph, id).aliases]);
  const said = new Set(forms.flatMap((form) => form.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem));
  const others = words.filter((word) => !said.has(stem(word))).slice(0, MAX_WORDS);
  return others.length ? [`They share the ${others.length > 1 ? 'words' : 'word'} ${listed(others.map((word) => `"${word}"`))}.`] : [];
}

/** "a", "a and b", "a, b and c". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A name with the number of papers that name it: what few papers name says most. */
function rarely(graph: KnowledgeGraph, id: string): string {
  const { label, papers } = entityAt(graph, id);
  return `${label} (${papers} ${papers === 1 ? 'paper' : 'papers'})`;
}

/** Results of a paper that are linked to an entity, in reading order. */
const resultsAbout = (graph: KnowledgeGraph, paper: string, entity: string): string[] =>
  graph
    .filterOutNeighbors(paper, (result, node) => node.kind === 'result' && graph.hasDirectedEdge(result, entity))
    .sort((a, b) => resultAt(graph, a).evidence.start - resultAt(graph, b).evidence.start || (a < b ? -1 : 1));
