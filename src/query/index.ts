import bridges from './bridges.ts';
import communities from './communities.ts';
import compare from './compare.ts';
import disagreements from './disagreements.ts';
import evidence from './evidence.ts';
import gaps from './gaps.ts';
import leaderboard from './leaderboard.ts';
import lineage from './lineage.ts';
import neighbours from './neighbours.ts';
import paper from './paper.ts';
import path from './path.ts';
import related from './related.ts';
import results from './results.ts';
import search from './search.ts';
import timeline from './timeline.ts';
import type { Query } from './types.ts';
import why from './why.ts';

/** Every question that may be asked. A new one: a file beside this one, and a line here. */
export const QUERIES = [
  search,
  paper,
  related,
  path,
  neighbours,
  evidence,
  results,
  leaderboard,
  compare,
  disagreements,
  lineage,
  timeline,
  communities,
  bridges,
  gaps,
  why,
] as const satisfies readonly Query[];
