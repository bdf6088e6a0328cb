import type { EdgeKind, KnowledgeGraph } from '../../graph.ts';
import { entityAt, kindOf, labelOf, quote, resultAt } from '../access.ts';
import { edgeFrom, firstQuote, NAMES_IT, sourcesOf } from '../links.ts';
import type { Quote } from '../types.ts';
import { stem } from './stem.ts';

/** Sentences that say why two papers are related, and the sentences of the papers that those rest on. */
export interface Reasons {
  why: string[];
  evidence: Quote[];
}

/** What papers do with what they name. */
type Does = [both: string, one: string];
const DOES: Partial<Record<EdgeKind, Does>> = {
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
  const families: string[] = [];
  const evidence: Quote[] = [];
  for (const id of shared) {
    const [ours, theirs] = [here, there].map((paper) => namesOf(graph, paper, id)) as [string[], string[]];
    if (ours.includes(id) && theirs.includes(id)) {
      const key = [here, there].map((paper) => edgeFrom(graph, paper, id, NAMES_IT)!.kind).join(' ');
      groups.set(key, [...(groups.get(key) ?? []), id]);
    } else if (ours.some((version) => theirs.includes(version))) continue;
    else {
      const label = labelOf(graph, id);
      const what = ours.includes(id) || theirs.includes(id) ? `${label} or a version of it` : `versions of ${label}`;
      families.push(`Both name ${what}: ${labels(graph, ours)} here, ${labels(graph, theirs)} there.`);
    }
    evidence.push(...ours.slice(0, 1).flatMap((each) => firstQuote(graph, here, each)));
    evidence.push(...theirs.slice(0, 1).flatMap((each) => firstQuote(graph, there, each)));
  }
  const why = [...groups].map(([key, ids]) => {
    const [a, b] = key.split(' ').map((kind) => DOES[kind as EdgeKind]!) as [Does, Does];
    const things = listed(ids.map((id) => rarely(graph, id)));
    return a === b ? `Both ${a[0]} ${things}.` : `This paper ${a[1]} ${things}, the other ${b[1]} ${ids.length > 1 ? 'them' : 'it'}.`;
  });
  return { why: [...why, ...families], evidence };
}

/** The entity itself where a paper names it, else the versions of it that the paper names. */
function namesOf(graph: KnowledgeGraph, paper: string, id: string): string[] {
  const names = (each: string): boolean => edgeFrom(graph, paper, each, NAMES_IT) !== undefined;
  return names(id) ? [id] : sourcesOf(graph, id, 'variant_of').filter(names);
}

const labels = (graph: KnowledgeGraph, ids: readonly string[]): string => listed(ids.map((id) => labelOf(graph, id)));

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
