import type { KnowledgeGraph } from '../graph.ts';
import { kindOf, labelOf } from './access.ts';
import { NAMES_IT, sourcesOf, targetsOf } from './links.ts';

/** One of two things to compare, as what may be claimed of it: techniques, and the papers that speak for it. */
export interface Side {
  id: string;
  label: string;
  /** The technique itself, or those that the paper proposes. */
  techniques: string[];
  /** The paper itself, or those that propose the technique. */
  papers: string[];
  /** Where to see what it is linked to: the papers that speak for it, or else all that name it. */
  seenIn: string[];
  /** What to call these. */
  seers: string;
}

const MAX_LABEL = 40;

/** What is said often should be short: a title goes by what stands before its colon. */
function called(label: string): string {
  const head = label.split(':', 1)[0]!;
  return head.length > MAX_LABEL ? `${head.slice(0, MAX_LABEL).trimEnd()}…` : head;
}

export function sideOf(graph: KnowledgeGraph, id: string): Side {
  const label = called(labelOf(graph, id));
  if (kindOf(graph, id) === 'paper')
    return { id, label, techniques: targetsOf(graph, id, 'proposes'), papers: [id], seenIn: [id], seers: label };
  const papers = sourcesOf(graph, id, 'proposes');
  if (papers.length) return { id, label, techniques: [id], papers, seenIn: papers, seers: label };
  return { id, label, techniques: [id], papers, seenIn: sourcesOf(graph, id, ...NAMES_IT), seers: `papers on ${label}` };
}
