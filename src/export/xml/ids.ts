import type { Losses } from '../types.ts';
import { escapeXml, legal } from './text.ts';

/**
 * Gives ids as an attribute of XML can hold them; those that differ only in what XML cannot hold are numbered apart.
 * @returns the id in XML, escaped, for each of the ids given
 */
export function uniqueIds(ids: readonly string[], losses?: Losses): (id: string) => string {
  const odd = ids.filter((id) => legal(id) !== id);
  if (!odd.length) return ids.every((id) => escapeXml(id) === id) ? (id) => id : escapeXml;
  const isOdd = new Set(odd);
  const taken = new Set(ids.filter((id) => !isOdd.has(id)));
  const unique = new Map<string, string>();
  for (const id of odd) {
    const clean = legal(id, losses);
    let free = clean;
    for (let n = 2; taken.has(free); n++) free = `${clean} (${n})`;
    taken.add(free);
    unique.set(id, escapeXml(free));
  }
  return (id) => unique.get(id) ?? escapeXml(id);
}
