import type { Join, KnowledgeGraph } from '../graph.ts';
import type { PartRule } from '../rules.ts';
import { entityAt } from './access.ts';
import { nameKey } from './reference.ts';

/** Why a form is an entity's, or why an entity is not another. */
export type Step = { is: 'one'; id: string; join: Join } | { is: 'apart'; id: string; other: string; rule: PartRule; note?: string };

export const partings = (graph: KnowledgeGraph, id: string): Extract<Step, { is: 'apart' }>[] =>
  (entityAt(graph, id).parted ?? []).map((parting) => ({ is: 'apart', id, ...parting }));

/** Joins from one form of an entity to another: up from the one and down to the other, without the part that they share. */
export function chain(graph: KnowledgeGraph, id: string, one: string, other: string): Join[] {
  const [up, down] = [upwards(graph, id, one), upwards(graph, id, other)];
  while (up.length && down.length && up.at(-1) === down.at(-1)) {
    up.pop();
    down.pop();
  }
  return [...up, ...down.reverse()];
}

/** Joins from a form to the label. */
function upwards(graph: KnowledgeGraph, id: string, name: string): Join[] {
  const { joins, label } = entityAt(graph, id);
  const byForm = new Map<string, Join>();
  const byKey = new Map<string, Join>();
  for (const join of joins) {
    if (!byForm.has(join.form)) byForm.set(join.form, join);
    if (!byKey.has(nameKey(join.form))) byKey.set(nameKey(join.form), join);
  }
  const way: Join[] = [];
  if (name === id) return way;
  let at = byForm.get(name) ?? byKey.get(nameKey(name));
  while (at?.to !== undefined && at.form !== label && !way.includes(at)) {
    way.push(at);
    at = byForm.get(at.to);
  }
  return way;
}
