import type { Losses } from '../../src/export/types.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import type { Report } from '../../src/report.ts';
import { summarise, type Tally } from '../summary.ts';
import { bullets, plain } from '../../src/markdown.ts';
import { communities } from './report/communities.ts';
import { entities } from './report/entities.ts';
import { input } from './report/input.ts';
import { results } from './report/results.ts';

export interface Told {
  graph: KnowledgeGraph;
  tally: Tally;
  report: Report;
  /** How communities were found, and what became of those of the last build, in sentences. */
  told: readonly string[];
  /** What analysis left out or estimated, in sentences. */
  notes: readonly string[];
  /** What GEXF could not hold; read when the page is written. */
  losses: Losses;
}

/** The page that tells what a build read, what became of it, and what it found. The same for the same input: no clock is in it. */
export function* reportOf({ graph, tally, report, told, notes, losses }: Told): Generator<string> {
  const summary = summarise(graph, tally);
  yield '# What was read and found\n\n';
  yield* input(report);
  yield* entities(graph, summary);
  yield* results(graph, tally, summary);
  yield* communities(graph, told);
  const left = [...notes.map(plain), ...lost(losses)];
  if (left.length) yield '## Left out or estimated\n\n';
  yield* bullets(left, left.length);
}

function* lost({ characters, numbers }: Losses): Generator<string> {
  if (characters) yield `Characters that XML cannot hold, not written to graph.gexf: ${characters}.`;
  if (numbers) yield `Numbers that GEXF cannot hold, not written to graph.gexf: ${numbers}.`;
}
