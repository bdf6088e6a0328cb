import type { Doc, Entity, Mark, Mention } from '../../src/model.ts';
import { formOfName } from './forms.ts';
import type { Acronym, Extractor } from './layers.ts';
import type { Lexicon } from './lexicon.ts';
import { roleReader } from './roles.ts';
import type { Forest } from './select/forest.ts';

/**
 * Mentions of one paper that name one thing, made one entity; a technique with its role.
 * @param role forests of the roles, in the order of ROLES
 */
export function entitiesExtractor(roles: readonly Forest[], lexicon: Lexicon): Extractor<'lexemes' | 'mentions' | 'acronyms', 'entities'> {
  const known = (name: string): boolean => lexicon.lookup(name).length > 0;
  return {
    id: 'entities',
    summary: 'mentions with one normal form, or joined by an acronym definition, are one entity',
    needs: ['lexemes', 'mentions', 'acronyms'],
    gives: ['entities'],
    extract: (doc) => {
      const entities = groupMentions(doc, doc.mentions, doc.acronyms);
      const techniques = entities.filter((e) => e.type === 'technique');
      const role = roleReader(doc, techniques, roles, known);
      return { entities: entities.map((e) => (e.type === 'technique' ? { ...e, role: role(e) } : e)) };
    },
  };
}

/** Entities in the order of their first mention. */
export function groupMentions({ text }: Doc, mentions: readonly Mention[], acronyms: readonly Acronym[]): Entity[] {
  const forms = new Map<string, string>();
  /** Forms of this text's names, each worked out once. */
  const normal = (surface: string): string => {
    let form = forms.get(surface);
    if (form === undefined) forms.set(surface, (form = formOfName(surface)));
    return form;
  };
  const slice = (s: { start: number; end: number }): string => text.slice(s.start, s.end);
  const expansions = new Map<string, string>();
  for (const { short, long } of acronyms) {
    const [a, b] = [normal(slice(short)), normal(slice(long))];
    if (a && b && a !== b && !expansions.has(a)) expansions.set(a, b);
  }
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const form = normal(slice(mention)) || slice(mention);
    const key = `${mention.type}:${expansions.get(form) ?? form}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map((group) => {
    const counts = new Map<string, number>();
    for (const m of group) counts.set(slice(m), (counts.get(slice(m)) ?? 0) + 1);
    // the fullest first: by number of letters once number and hyphens are gone, then the singular, then the commoner
    const names = [...counts.keys()].sort(
      (a, b) => normal(b).length - normal(a).length || a.length - b.length || counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1),
    );
    const marks: Mark[] = group.map(({ start, end, sentence }) => ({ start, end, sentence }));
    const over = [...new Set(group.flatMap((m) => m.over ?? []))].sort();
    return {
      type: group[0]!.type,
      name: names[0]!,
      forms: names,
      mentions: marks,
      by: [...new Set(group.flatMap((m) => m.by))].sort(),
      ...(group[0]!.confidence !== undefined && { confidence: Math.max(...group.map((m) => m.confidence ?? 0)) }),
      ...(over.length > 0 && { over }),
    };
  });
}
