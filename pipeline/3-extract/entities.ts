import type { Doc, Entity } from '../../src/model.ts';
import type { Acronym, Extractor, Named } from './layers.ts';
import type { Names } from './names.ts';
import { roleReader } from './roles.ts';
import type { Forest } from './select/forest.ts';

/**
 * Mentions of one paper that name one thing, made one entity; a technique with its role.
 * @param role forests of the roles, in the order of ROLES
 */
export function entitiesExtractor(roles: readonly Forest[], names: Names): Extractor<'mentions' | 'acronyms', 'entities'> {
  return {
    id: 'entities',
    summary: 'mentions with one normal form, or joined by an acronym definition, are one entity',
    needs: ['mentions', 'acronyms'],
    gives: ['entities'],
    extract: (doc) => {
      const entities = groupMentions(doc, doc.mentions, doc.acronyms, names);
      const techniques = entities.filter((e) => e.type === 'technique');
      const role = roleReader(doc, techniques, roles, names);
      for (const technique of techniques) technique.role = role(technique);
      return { entities };
    },
  };
}

/** Entities in the order of their first mention. */
export function groupMentions(doc: Doc, mentions: readonly Named[], acronyms: readonly Acronym[], names: Names): Entity[] {
  const { text } = doc;
  const expansions = new Map<string, string>();
  for (const { short, long } of acronyms) {
    const [a, b] = [names.at(doc, short.start, short.end).form, names.at(doc, long.start, long.end).form];
    if (a && b && a !== b && !expansions.has(a)) expansions.set(a, b);
  }
  const groups: Named[][] = [];
  const byForm = new Map<string, Named[][]>();
  for (const mention of mentions) {
    const short = mention.name.form || text.slice(mention.start, mention.end);
    const form = expansions.get(short) ?? short;
    let alike = byForm.get(form);
    if (!alike) byForm.set(form, (alike = []));
    let group = alike.find(([first]) => first!.type === mention.type);
    if (!group) {
      group = [];
      alike.push(group);
      groups.push(group);
    }
    group.push(mention);
  }
  return groups.map((group) => entityOf(text, group));
}

/** One entity of mentions that name one thing. */
function entityOf(text: string, group: readonly Named[]): Entity {
  const { type, by, confidence, start, end, sentence, over } = group[0]!;
  if (group.length === 1) {
    const name = text.slice(start, end);
    const entity: Entity = { type, name, forms: [name], mentions: [{ start, end, sentence }], by };
    if (confidence !== undefined) entity.confidence = confidence;
    if (over) entity.over = unionOf([over]);
    return entity;
  }
  const forms = fullestFirst(text, group);
  const entity: Entity = {
    type,
    name: forms[0]!,
    forms,
    mentions: group.map((m) => ({ start: m.start, end: m.end, sentence: m.sentence })),
    by: group.every((m) => alike(m.by, by)) ? by : unionOf(group.map((m) => m.by)),
  };
  if (confidence !== undefined) entity.confidence = Math.max(...group.map((m) => m.confidence ?? 0));
  if (group.some((m) => m.over)) entity.over = unionOf(group.map((m) => m.over ?? []));
  return entity;
}

const alike = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);
const unionOf = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** The forms of a name, the fullest first: by number of letters once number and hyphens are gone, then the singular, then the commoner. */
function fullestFirst(text: string, mentions: readonly Named[]): string[] {
  const counts = new Map<string, { form: string; letters: number; count: number }>();
  for (const { start, end, name } of mentions) {
    const form = text.slice(start, end);
    const known = counts.get(form);
    if (known) known.count++;
    else counts.set(form, { form, letters: name.form.length, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.letters - a.letters || a.form.length - b.form.length || b.count - a.count || (a.form < b.form ? -1 : 1))
    .map(({ form }) => form);
}
