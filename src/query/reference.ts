import { NODE_KINDS } from '../graph.ts';
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, isEntity, kindOf, labelOf, paperAt } from './access.ts';
import { perGraph } from './cache.ts';
import { AmbiguousError, NotFoundError } from './errors.ts';
import { nearest } from './full-text.ts';

/** The form under which names are compared: case, hyphens and punctuation aside ("CIFAR-10" is "cifar 10"). */
export function nameKey(name: string): string {
  const plain = name.normalize('NFC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim() || plain;
}

interface Names {
  /** Source ids, titles and labels. */
  first: Map<string, string[]>;
  aliases: Map<string, string[]>;
}

const namesOf = perGraph((graph): Names => {
  const names: Names = { first: new Map(), aliases: new Map() };
  const add = (to: Map<string, string[]>, name: string, id: string): void => {
    const key = nameKey(name);
    const ids = to.get(key);
    if (!ids) to.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
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

/** Ids of the nodes that bear a name: a node id, a source's id, a title, a label, else an alias. */
export function bearers(graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[] = NODE_KINDS): string[] {
  const among = (ids: readonly string[] = []): string[] => ids.filter((id) => kinds.includes(kindOf(graph, id)));
  if (graph.hasNode(name)) return among([name]);
  const sourceIds = kinds.map((kind) => `${kind}:${name}`).filter((id) => graph.hasNode(id));
  if (sourceIds.length) return sourceIds;
  const { first, aliases } = namesOf(graph);
  const key = nameKey(name);
  const found = among(first.get(key));
  return found.length ? found : among(aliases.get(key));
}

/**
 * The one node that a name stands for.
 * @throws NotFoundError, with the nearest names
 * @throws AmbiguousError, with the ids to choose from
 */
export function findNode(graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[] = NODE_KINDS): string {
  const found = bearers(graph, name, kinds);
  if (found.length === 1) return found[0]!;
  const what = kinds.length === 1 ? kinds[0]! : 'node';
  const shown = `"${name.slice(0, 100)}"`;
  if (found.length) {
    throw new AmbiguousError(`${shown} names ${found.length} things`, `give the id of one:${lines(graph, found.slice(0, 10))}`, found);
  }
  const near = nearest(graph, name, kinds);
  const remedy = near.length ? `did you mean one of these?${lines(graph, near)}` : `find names with the query "search"`;
  throw new NotFoundError(`no ${what} is called ${shown}`, remedy, near);
}

const lines = (graph: KnowledgeGraph, ids: readonly string[]): string => ids.map((id) => `\n  ${id} (${labelOf(graph, id)})`).join('');
