import neighbours from './neighbours.ts';
import paper from './paper.ts';
import related from './related.ts';
import results from './results.ts';
import search from './search.ts';
import type { Query } from './types.ts';
import why from './why.ts';

/** Every question that may be asked. A new one: a file beside this one, and a line here. */
export const QUERIES = [paper, related, results, neighbours, search, why] as const satisfies readonly Query[];
