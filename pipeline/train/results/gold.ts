import type { Claim, Direction, Doc, Entity, EntityType, Mark, Role } from '../../../src/model.ts';

type OneOf<T> = T | T[];

/** An annotated paper. Slots on which the annotators differed hold a list. */
export interface Gold {
  id: string;
  title: string;
  entities: { type: EntityType; name: string; forms: string[]; role?: OneOf<Role>; optional?: boolean }[];
  results: {
    value: string;
    metric: OneOf<string | null>;
    direction: OneOf<Direction>;
    baseline: OneOf<string | null>;
    dataset: OneOf<string | null>;
    hardware: OneOf<string | null>;
    evidence: string;
  }[];
  claims: { kind: Claim['kind']; baseline: OneOf<string | null>; dataset: OneOf<string | null>; evidence: string; optional?: boolean }[];
  links: string[];
}

const escape = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const first = <T>(value: OneOf<T>): T => (Array.isArray(value) ? value[0]! : value);

/** The annotated entities with all places where one of their forms stands, the longest forms first. */
export function goldEntities(doc: Doc, gold: Gold): Entity[] {
  const entities = gold.entities.map((e): Entity => ({
    type: e.type,
    name: e.name,
    forms: e.forms,
    ...(e.role ? { role: first(e.role) } : {}),
    mentions: [],
    by: ['gold'],
  }));
  const forms = entities.flatMap((entity) =>
    [...new Set([entity.name, ...entity.forms])].filter(Boolean).map((form) => ({ form, entity })),
  );
  forms.sort((a, b) => b.form.length - a.form.length);
  const taken: Mark[] = [];
  for (const { form, entity } of forms) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escape(form).replace(/\s+/g, '\\s+')}(?:s|es)?(?![\\p{L}\\p{N}])`, 'gu');
    for (const match of doc.text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const sentence = doc.sentences.findIndex((s) => start >= s.start && end <= s.end);
      if (sentence < 0 || taken.some((t) => start < t.end && end > t.start)) continue;
      taken.push({ start, end, sentence });
      entity.mentions.push({ start, end, sentence });
    }
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a.start - b.start);
  return entities.filter((e) => e.mentions.length > 0);
}

const singular = (w: string): string =>
  w.length > 3 && w.endsWith('s') && !/(ss|us|is)$/.test(w)
    ? w
        .replace(/(?<=[xs]|sh|ch)es$/, '')
        .replace(/ies$/, 'y')
        .replace(/s$/, '')
    : w;
const words = (s: string): string[] =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+%.]+|(?<!\d)\.|\.(?!\d)/u)
    .filter(Boolean)
    .map(singular);

/** Do two fillings of a slot say the same: one's words stand in a row inside the other's? */
export function sameSlot(ours: string | null, gold: OneOf<string | null>): boolean {
  if (Array.isArray(gold)) return gold.some((g) => sameSlot(ours, g));
  if (!ours || !gold) return !ours && !gold;
  const a = ` ${words(ours).join(' ')} `;
  const b = ` ${words(gold).join(' ')} `;
  return a.trim() !== '' && b.trim() !== '' && (a.includes(b) || b.includes(a) || words(ours).join('') === words(gold).join(''));
}

/** A value without what does not tell values apart: hedges, markup, spaces. */
export const bareValue = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\\/g, '')
    .replace(/approx(imately)?|about|around|roughly|over|more than|up to|nearly|almost|~|≈|>|<|\$/g, '')
    .replace(/times|×/g, 'x')
    .replace(/percent/g, '%')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[–—−]| to /g, '-')
    .replace(/\s+/g, '');

/** The stretch of the text that an annotation quotes; all of it where the quote is not verbatim. */
export function quoted(text: string, evidence: string): { start: number; end: number } {
  const start = text.indexOf(evidence);
  return start < 0 ? { start: 0, end: text.length } : { start, end: start + evidence.length };
}
