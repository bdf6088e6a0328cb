import type { EntityNode, KnowledgeGraph } from '../graph.ts';
import type { EntityType } from '../model.ts';
import type { Change } from './diff.ts';
import { both, change } from './keyed.ts';

export interface Named {
  id: string;
  kind: EntityType;
  label: string;
}

export interface EntityChange extends Change<Named> {
  /** The same entity under another name. */
  renamed: { id: string; kind: EntityType; from: string; to: string }[];
}

/** A form of a name that is one of an entity's, with the rule that made it so. */
export interface Joined {
  form: string;
  entity: string;
  label: string;
  rule: string;
}

export interface JoinChange extends Change<Joined> {
  /** A form that stands for another entity of its type now. */
  moved: { form: string; from: { entity: string; label: string }; to: { entity: string; label: string }; rule: string }[];
}

export function entitiesOf(before: KnowledgeGraph, after: KnowledgeGraph): EntityChange {
  const [old, now] = [entities(before), entities(after)];
  const { new: added, gone } = change(old, now);
  const named = ({ id, node }: { id: string; node: EntityNode }): Named => ({ id, kind: node.kind, label: node.label });
  const renamed = both(old, now).flatMap(({ key, was, is }) =>
    was.node.label === is.node.label ? [] : [{ id: key, kind: is.node.kind, from: was.node.label, to: is.node.label }],
  );
  return { new: added.map(named), gone: gone.map(named), renamed };
}

/** Forms by their type and spelling; what is written as the label is joined by nothing. */
export function joinsOf(before: KnowledgeGraph, after: KnowledgeGraph): JoinChange {
  const [old, now] = [joins(before), joins(after)];
  const moved = both(old, now).flatMap(({ was, is }) => {
    if (was.entity === is.entity) return [];
    const at = ({ entity, label }: Joined) => ({ entity, label });
    return [{ form: is.form, from: at(was), to: at(is), rule: is.rule }];
  });
  const told = ({ form, label }: Joined): boolean => form !== label;
  const { new: added, gone } = change(old, now);
  return { new: added.filter(told), gone: gone.filter(told), moved };
}

function entities(graph: KnowledgeGraph): Map<string, { id: string; node: EntityNode }> {
  const found = new Map<string, { id: string; node: EntityNode }>();
  graph.forEachNode((id, node) => {
    if (node.kind !== 'paper' && node.kind !== 'result') found.set(id, { id, node });
  });
  return found;
}

function joins(graph: KnowledgeGraph): Map<string, Joined> {
  const found = new Map<string, Joined>();
  for (const [entity, { node }] of [...entities(graph)].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const { form, rule } of node.joins) found.set(`${node.kind} ${form}`, { form, entity, label: node.label, rule });
  return found;
}
