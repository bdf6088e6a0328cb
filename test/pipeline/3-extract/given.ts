import { parse } from '../../../pipeline/2-parse/parse.ts';
import type { Layers } from '../../../pipeline/3-extract/layers.ts';
import { sceneOf } from '../../../pipeline/3-extract/results/scene.ts';
import type { Doc, Entity, EntityType, Mark, Role } from '../../../src/model.ts';

/** A name as a test gives it: its type, its text, and a technique's role. */
export type Name = readonly [type: EntityType, name: string, role?: Role];

/** A parsed abstract with the given names as its entities, wherever they stand in it. */
export function given(abstract: string, names: readonly Name[], title = 'A title'): Doc & Pick<Layers, 'entities' | 'scenes'> {
  const doc = parse({ id: 'p', title, abstract });
  const entities = names.map(([type, name, role]): Entity => {
    const mentions: Mark[] = [];
    for (let at = doc.text.indexOf(name); at >= 0; at = doc.text.indexOf(name, at + 1)) {
      const end = at + name.length;
      mentions.push({ start: at, end, sentence: doc.sentences.findIndex((s) => at >= s.start && end <= s.end) });
    }
    return { type, name, forms: [name], ...(role ? { role } : {}), mentions, by: ['test'] };
  });
  return { ...doc, entities, scenes: [sceneOf(doc, entities)] };
}
