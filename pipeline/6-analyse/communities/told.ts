import type { Community } from '../../../src/graph.ts';
import type { Matched } from '../../../src/overlap.ts';
import type { Found } from './find.ts';

/** Communities told of one kind of change. */
const NAMED = 20;

/** How communities were found, in a sentence. */
export function method({ steps }: Found, resolution: number): string {
  const parts = steps.map(({ by, times, modularity }, i) => {
    const reached = `modularity ${modularity.toFixed(4)}`;
    if (by === 'kept') return `Taken over from the last build, with new papers where they fit best (${reached})`;
    if (by === 'louvain') return `Found by Louvain, the best of ${times} ${times === 1 ? 'run' : 'runs'} (${reached})`;
    return `${i > 0 ? 'refined by Leiden' : 'Found by Leiden'}, ${times} ${times === 1 ? 'iteration' : 'iterations'} (${reached})`;
  });
  const idle = steps.at(-1)?.by === 'leiden' ? '' : '; Leiden gained nothing more';
  return `${parts.join(', then ')}${idle}, at resolution ${resolution.toFixed(2)}.`;
}

/** What became of the communities of the last build, in sentences. */
export function history(
  { continues, merged, split, born, ended }: Matched,
  before: readonly Community[],
  now: readonly Community[],
): string[] {
  const old = (c: number): string => `"${before[c]!.label}"`;
  const young = (c: number): string => `"${now[c]!.label}"`;
  const told = [`Of ${before.length} communities of the last build, ${continues.filter((c) => c >= 0).length} go on under their names.`];
  const list = (what: string, items: readonly string[]): void => {
    if (!items.length) return;
    const more = items.length > NAMED ? `, and ${items.length - NAMED} more` : '';
    told.push(`${what}: ${items.slice(0, NAMED).join(', ')}${more}.`);
  };
  list('Merged', merged.map(({ from, into }) => `${old(from)} into ${young(into)}`)); // prettier-ignore
  list('Split', split.map(({ from, into }) => `${young(into)} from ${old(from)}`)); // prettier-ignore
  list('Born', born.map(young)); // prettier-ignore
  list('Ended', ended.map(old)); // prettier-ignore
  return told;
}
