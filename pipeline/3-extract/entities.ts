import type { Doc, Entity, Mention } from '../../src/model.ts';
import { formOfName } from './forms.ts';
import type { Acronym, Extractor } from './layers.ts';
import type { Lexicon } from './lexicon.ts';
import { looksOf, roleReader } from './roles.ts';
import type { Forest } from './select/forest.ts';

/**
 * Mentions of one paper that name one thing, made one entity; a technique with its role.
 * @param role forests of the roles, in the order of ROLES
 */
export function entitiesExtractor(roles: readonly Forest[], lexicon: Lexicon): Extractor<'lexemes' | 'mentions' | 'acronyms', 'entities'> {
  const looks = looksOf((name) => lexicon.lookup(name).length > 0);
  return {
    id: 'entities',
    summary: 'mentions with one normal form, or joined by an acronym definition, are one entity',
    needs: ['lexemes', 'mentions', 'acronyms'],
    gives: ['entities'],
    extract: (doc) => {
      const entities = groupMentions(doc, doc.mentions, doc.acronyms);
      const techniques = entities.filter((e) => e.type === 'technique');
      const role = roleReader(doc, techniques, roles, looks);
      for (const technique of techniques) technique.role = role(technique);
      return { entities };
    },
  };
}

/** Entities in the order of their first mention. */
export function groupMentions({ text }: Doc, mentions: readonly Mention[], acronyms: readonly Acronym[]): Entity[] {
  const slice = (s: { start: number; end: number }): string => text.slice(s.start, s.end);
  const expansions = new Map<string, string>();
  for (const { short, long } of acronyms) {
    const [a, b] = [formOfName(slice(short)), formOfName(slice(long))];
    if (a && b && a !== b && !expansions.has(a)) expansions.set(a, b);
  }
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const form = formOfName(slice(mention)) || slice(mention);
    const key = `${mention.type}:${expansions.get(form) ?? form}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return Array.from(groups.values(), (group) => entityOf(group, text));
}

/** One entity of mentions that name one thing. */
function entityOf(group: readonly Mention[], text: string): Entity {
  const [first] = group;
  const forms = group.length === 1 ? [text.slice(first!.start, first!.end)] : fullestFirst(group.map((m) => text.slice(m.start, m.end)));
  const entity: Entity = {
    type: first!.type,
    name: forms[0]!,
    forms,
    mentions: group.map(({ start, end, sentence }) => ({ start, end, sentence })),
    by: group.length === 1 ? first!.by : unionOf(group.map((m) => m.by)),
  };
  if (first!.confidence !== undefined) entity.confidence = Math.max(...group.map((m) => m.confidence ?? 0));
  if (group.some((m) => m.over)) entity.over = unionOf(group.map((m) => m.over ?? []));
  return entity;
}

const unionOf = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** The forms of a name, the fullest first: by number of letters once number and hyphens are gone, then the singular, then the commoner. */
function fullestFirst(surfaces: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const surface of surfaces) counts.set(surface, (counts.get(surface) ?? 0) + 1);
  return [...counts.keys()].sort(
    (a, b) => formOfName(b).length - formOfName(a).length || a.length - b.length || counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1),
  );
}
