import type { Losses } from '../types.ts';
import { legal } from '../xml.ts';

/** Ids as XML can hold them; two that differ only in what XML cannot hold are numbered apart. */
export function uniqueIds(ids: readonly string[], losses?: Losses): Map<string, string> {
  const taken = new Set(ids.filter((id) => legal(id) === id));
  return new Map(
    ids.map((id) => {
      const clean = legal(id, losses);
      let unique = clean;
      if (clean !== id) {
        for (let n = 2; taken.has(unique); n++) unique = `${clean} (${n})`;
        taken.add(unique);
      }
      return [id, unique];
    }),
  );
}
