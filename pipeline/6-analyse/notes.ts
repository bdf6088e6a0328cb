import type { Analysis, Network } from '../types.ts';
import type { Projection } from './projection.ts';

const NAMED = 12;

/** What analysis left out, in sentences, for the report. */
export function notesOn(
  network: Network,
  label: (node: number) => string,
  { cut, pairs, papers, links }: Projection,
  members: readonly (readonly number[])[],
  related: Analysis['related'],
  sources: Uint32Array,
): string[] {
  const notes: string[] = [];
  if (cut.length) {
    const names = cut.slice(0, NAMED).map(label).join(', ') + (cut.length > NAMED ? ', ...' : '');
    notes.push(`Named by too many papers to relate any two of them: ${counted(cut.length, 'entity', 'entities')} (${names}).`);
  }
  const used = links.targets.length / 2;
  if (used < pairs)
    notes.push(
      `${pairs} pairs of papers share an entity; communities rest on the strongest of each paper, ${used}, and the strongest ${related.length} are published as related.`,
    );
  const alone = papers.length - members.reduce((sum, { length }) => sum + length, 0);
  if (alone)
    notes.push(
      `${counted(alone, 'paper shares', 'papers share')} nothing telling with others, and ${alone === 1 ? 'is' : 'are'} in no community.`,
    );
  if (sources.length < network.ids.length) notes.push(`Betweenness is estimated from ${sources.length} of ${network.ids.length} nodes.`);
  return notes;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
