import { NODE_KINDS } from '../graph.ts';
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, isEntity, kindOf, paperAt } from './access.ts';
import { perGraph } from './cache.ts';

/** The form under which names are compared: case, hyphens and punctuation aside ("CIFAR-10" is "cifar 10"). */
export function nameKey(name: string): string {
  const plain = name.normalize('NFC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim() || plain;
}

/** A looser form, of names that nothing bears as they stand: plurals and blanks aside ("res net50" is "ResNet-50"). */
export const looseKey = (name: string): string =>
  nameKey(name)
    .replace(/([^s])s\b/g, '$1')
    .replaceAll(' ', '');

interface Names {
  /** Source ids, titles and labels. */
  first: Map<string, string[]>;
  aliases: Map<string, string[]>;
  /** All of these by their loose form. */
  loose: Map<string, string[]>;
}

const namesOf = perGraph((graph): Names => {
  const names: Names = { first: new Map(), aliases: new Map(), loose: new Map() };
  const put = (to: Map<string, string[]>, key: string, id: string): void => {
    const ids = to.get(key);
    if (!ids) to.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  const add = (to: Map<string, string[]>, name: string, id: string): void => {
    put(to, nameKey(name), id);
    put(names.loose, looseKey(name), id);
  };
  for (const id of graph.nodes().sort((a, b) => (a < b ? -1 : 1))) {
    const kind = kindOf(graph, id);
    add(names.first, id.slice(kind.length + 1), id);
    if (kind === 'paper') {
      const { title, otherIds = [] } = paperAt(graph, id);
      for (const name of [title, ...otherIds]) add(names.first, name, id);
      // "FBNetV3: Joint Architecture-Recipe Search" is called FBNetV3
      const head = title.slice(0, Math.max(0, title.indexOf(':'))).trim();
      if (head) add(names.aliases, head, id);
    }
    if (!isEntity(kind)) continue;
    add(names.first, entityAt(graph, id).label, id);
    for (const alias of entityAt(graph, id).aliases) add(names.aliases, alias, id);
  }
  return names;
});

/** Ids of the nodes that bear a name: a node id, a source's id, a title, a label, else an alias, else one of these written loosely. */
export function bearers(graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[] = NODE_KINDS): string[] {
  const among = (ids: readonly string[] = []): string[] => ids.filter((id) => kinds.includes(kindOf(graph, id)));
  if (graph.hasNode(name)) return among([name]);
  const sourceIds = kinds.map((kind) => `${kind}:${name}`).filter((id) => graph.hasNode(id));
  if (sourceIds.length) return sourceIds;
  const { first, aliases, loose } = namesOf(graph);
  for (const ids of [first.get(nameKey(name)), aliases.get(nameKey(name)), loose.get(looseKey(name))]) {
    const found = among(ids);
    if (found.length) return found;
  }
  return [];
}
