import type { Entity, EntityType, Record } from '../../src/model.ts';
import type { Aliases, NameList, Resolved, ResolvedEntity } from '../types.ts';
import { NO_ALIASES, spelt, splitRecords, Yours } from './aliases.ts';
import { mendCut } from './cut.ts';
import { describe, Ids, type Group } from './describe.ts';
import { families } from './families.ts';
import { Homonyms } from './homonyms/homonyms.ts';
import { stated } from './homonyms/stated.ts';
import { Joins } from './joins.ts';
import { Lists } from './lists.ts';
import { Forms, namesOf, type Names } from './names.ts';
import type { Rule } from './rule.ts';
import { seeAll } from './seen.ts';
import { agreed } from './rules/agreed.ts';
import { alike } from './rules/alike.ts';
import { based } from './rules/based.ts';
import { endings } from './rules/endings.ts';
import { heads } from './rules/heads.ts';
import { inside } from './rules/inside.ts';
import { listed } from './rules/listed.ts';
import { spelling } from './rules/spelling.ts';

/** In order of trust. */
const RULES: readonly Rule[] = [stated, listed, spelling, endings, based, heads, alike, agreed, inside];

/**
 * One entity for everything that the records name alike. Names with the same words are one from the start; rules then join
 * names, each join with its reason, and no rule joins what the user's aliases or two papers' own things keep apart. Types never
 * mix, but by the user's word. Work grows with the number of mentions; the order of the records changes nothing.
 */
export function resolve(records: readonly Record[], lists: readonly NameList[], aliases: Aliases = NO_ALIASES): Resolved {
  const forms = new Forms(spelt(aliases));
  const known = new Lists(lists, forms);
  const whole = splitRecords(mendCut(records, forms), aliases, forms);
  const seen = seeAll(whole, forms);
  const homonyms = new Homonyms(whole, seen, forms, known);
  const names = namesOf(seen, forms, homonyms.ownOf);
  const joins = new Joins(names.all.length);
  const yours = new Yours(aliases, names, joins);

  yours.joinAndPart();
  for (const rule of RULES) rule({ names, joins, lists: known, homonyms, records: whole });
  const types = yours.types();
  const dropped = yours.dropped();

  const groups = groupsOf(names, joins, dropped, types, labelsOf(names, joins, known, yours.labels()));
  const ids = new Ids(forms);
  const { entities, indexOf } = describeAll(groups, names, ids);
  addPartings(entities, indexOf, joins);
  const { variants, heads: familyHeads } = families(entities);
  for (const label of familyHeads) entities.push({ id: ids.of('technique', label), type: 'technique', label, aliases: [], joins: [] });
  return { ...amended(whole, names.of, indexOf, entities), entities, variants, messages: yours.messages };
}

/** The label that the user, else a list, gives to each group, by its root; of several listed ones that of most papers. */
function labelsOf(names: Names, joins: Joins, lists: Lists, given: Map<number, string>): Map<number, string> {
  const listed = new Map<number, Map<string, number>>();
  names.all.forEach(({ type, key, of, papers }, n) => {
    const row = of === undefined ? lists.rowOf(type, key) : undefined;
    if (!row) return;
    const root = joins.root(n);
    const bearer = names.find(type, row.keys[0]!);
    if (bearer !== undefined && joins.root(bearer) !== root) return; // parted from its entry's own name
    const labels = listed.get(root) ?? new Map<string, number>();
    labels.set(row.canonical, (labels.get(row.canonical) ?? 0) + papers);
    listed.set(root, labels);
  });
  const labels = new Map<number, string>();
  for (const [root, counts] of listed) labels.set(root, [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]);
  for (const [n, label] of given) labels.set(joins.root(n), label);
  return labels;
}

/** Names that are one, in the order of their first name. */
function groupsOf(
  names: Names,
  joins: Joins,
  dropped: ReadonlySet<number>,
  types: Map<number, EntityType>,
  labels: Map<number, string>,
): Group[] {
  const groups = new Map<number, Group>();
  const gone = new Set([...dropped].map((n) => joins.root(n)));
  names.all.forEach(({ type }, n) => {
    const root = joins.root(n);
    if (gone.has(root)) return;
    const group = groups.get(root);
    if (group) return void group.members.push(n);
    const canonical = labels.get(root);
    groups.set(root, { members: [n], links: [], type: types.get(root) ?? type, ...(canonical !== undefined && { canonical }) });
  });
  for (const link of joins.made) groups.get(joins.root(link.a))?.links.push(link);
  return [...groups.values()];
}

/** @returns for each name the index of its entity, -1 for one that is dropped */
function describeAll(groups: readonly Group[], names: Names, ids: Ids): { entities: ResolvedEntity[]; indexOf: Int32Array } {
  const indexOf = new Int32Array(names.all.length).fill(-1);
  const entities = groups.map((group, i) => {
    for (const n of group.members) indexOf[n] = i;
    const own = group.members.length === 1 ? names.all[group.members[0]!]!.of : undefined;
    const paper = own && /^[=(]/.test(own) ? undefined : own;
    const described = describe(group, names);
    return { id: ids.of(described.type, described.label, paper), ...described };
  });
  return { entities, indexOf };
}

/** What was kept apart, told at both entities. */
function addPartings(entities: readonly ResolvedEntity[], indexOf: Int32Array, { refused }: Joins): void {
  const seen = new Set<string>();
  for (const { a, b, rule, note } of refused) {
    const [x, y] = [indexOf[a]!, indexOf[b]!];
    if (x < 0 || y < 0 || x === y) continue;
    for (const [here, there] of [
      [x, y],
      [y, x],
    ] as const) {
      // prettier-ignore
      if (seen.has(`${here} ${there} ${rule}`)) continue;
      seen.add(`${here} ${there} ${rule}`);
      (entities[here]!.parted ??= []).push({ other: entities[there]!.id, rule, ...(note !== undefined && { note }) });
    }
  }
}

/** The records with the types that the entities came to have, without what is dropped. */
function amended(
  records: readonly Record[],
  of: readonly Uint32Array[],
  indexOf: Int32Array,
  entities: readonly ResolvedEntity[],
): Pick<Resolved, 'records' | 'entityOf'> {
  const entityOf: Uint32Array[] = [];
  const changed = records.map((record, r) => {
    const at = Int32Array.from(of[r]!, (n) => indexOf[n]!);
    if (at.every((i, e) => i >= 0 && entities[i]!.type === record.entities[e]!.type)) {
      entityOf.push(Uint32Array.from(at));
      return record;
    }
    entityOf.push(Uint32Array.from(at.filter((i) => i >= 0)));
    return { ...record, entities: record.entities.flatMap((entity, e) => (at[e]! < 0 ? [] : [retyped(entity, entities[at[e]!]!.type)])) };
  });
  return { records: changed, entityOf };
}

function retyped(entity: Entity, type: EntityType): Entity {
  if (entity.type === type) return entity;
  const { role: _, ...rest } = entity;
  return { ...rest, type, ...(type === 'technique' && { role: 'mentioned' as const }) };
}
