import type { Analysis, Network } from '../types.ts';
import type { Projection } from './projection.ts';

const NAMED = 12;

/** What analysis left out, in sentences, for the report. */
export function notesOn(
  network: Network,
  label: (node: number) => string,
  { cut, pairs, papers }: Projection,
  related: Analysis['related'],
  sources: Uint32Array,
): string[] {
  const notes: string[] = [];
  if (cut.length) {
    const names = cut.slice(0, NAMED).map(label).join(', ') + (cut.length > NAMED ? ', ...' : '');
    notes.push(`Named by too many papers to relate any two of them: ${cut.length} ${cut.length === 1 ? 'entity' : 'entities'} (${names}).`);
  }
  if (related.length < pairs)
    notes.push(`${pairs} pairs of papers share an entity; the strongest of each paper are published as related: ${related.length}.`);
  const alone = papers.length - new Set(related.flatMap(({ source, target }) => [source, target])).size;
  if (alone) notes.push(`${alone} ${alone === 1 ? 'paper shares' : 'papers share'} no telling entity with another and ${alone === 1 ? 'belongs' : 'belong'} to no community.`); // prettier-ignore
  if (sources.length < network.ids.length) notes.push(`Betweenness is estimated from ${sources.length} of ${network.ids.length} nodes.`);
  return notes;
}
