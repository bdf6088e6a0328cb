/** Records made by hand or by chance, for stages that need no real text. */
import fc from 'fast-check';
import { ENTITY_TYPES, ROLES, type Claim, type Entity, type Mark, type Record, type Result } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';

export const mark = (start: number, sentence = 1): Mark => ({ start, end: start + 5, sentence });

export const entity = (type: Entity['type'], name: string, more: Partial<Entity> = {}): Entity => ({
  type, name, forms: [name], ...(type === 'technique' && { role: 'used' as const }), mentions: [mark(10)], by: ['made'], ...more,
}); // prettier-ignore

export const result = (value: string, more: Partial<Result> = {}): Result => ({
  value, metric: null, direction: 'value', baseline: null, dataset: null, hardware: null, evidence: '', span: mark(20), ...more,
}); // prettier-ignore

export const claim = (kind: Claim['kind'], baseline: string | null, more: Partial<Claim> = {}): Claim => ({
  kind, baseline, dataset: null, evidence: '', span: mark(30), ...more,
}); // prettier-ignore

export const record = (id: string, entities: Entity[] = [], more: Partial<Record> = {}): Record => ({
  id, title: `Title of ${id}`, abstract: 'A first sentence of an abstract. And a second one.',
  sentences: [[0, 10], [11, 43], [44, 61]], entities, results: [], claims: [], links: [], ...more,
}); // prettier-ignore

/** Few names, so that records share entities and slots often name one. */
const name = fc.constantFrom('A', 'B', 'C', 'pruning', 'deep pruning', '__proto__', 'constructor', 'Z');
const slot = fc.option(name);
const marks = fc.tuple(fc.nat(50), fc.nat(2)).map(([start, sentence]) => mark(start, sentence));
const anyEntity = fc
  .record({
    type: fc.constantFrom(...ENTITY_TYPES),
    name,
    role: fc.constantFrom(...ROLES),
    mentions: fc.array(marks, { minLength: 1, maxLength: 3 }),
  })
  .map(({ type, name, role, mentions }) => entity(type, name, { mentions, ...(type === 'technique' && { role }) }));
const anyResult = fc
  .record({ value: fc.constantFrom('2x', '98%'), metric: slot, baseline: slot, dataset: slot, hardware: slot, span: marks })
  .map(({ value, ...more }) => result(value, more));
const anyClaim = fc
  .record({ kind: fc.constantFrom('outperforms', 'matches', 'first', 'state-of-the-art'), baseline: slot, span: marks })
  .map(({ kind, baseline, span }) => claim(kind, baseline, { span }));

/** Up to a dozen records; the same id never twice. */
export const anyRecords = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefghijkl', '__proto__'), entities: fc.uniqueArray(anyEntity, { maxLength: 8, selector: (e) => `${e.type} ${e.name}` }), results: fc.array(anyResult, { maxLength: 3 }), claims: fc.array(anyClaim, { maxLength: 3 }) }), { maxLength: 12, selector: ({ id }) => id })
  .map((all) => all.map(({ id, entities, results, claims }) => record(id, entities, { results, claims }))); // prettier-ignore

/** Many records whose entities follow Zipf's law, as names in papers do; each paper draws most of its own field. */
export function manyRecords(papers: number, seed = 1, fields = 1): Record[] {
  const random = seeded(seed);
  return Array.from({ length: papers }, (_, p) => {
    const chosen = new Map<string, Entity>();
    for (let e = 0; e < 14; e++) {
      const rank = Math.floor(Math.exp(random() * Math.log(papers * 3)));
      const field = fields > 1 && random() < 0.7 ? `of field ${p % fields}` : '';
      const type = ENTITY_TYPES[rank % ENTITY_TYPES.length]!;
      const role = ROLES[Math.floor(random() * ROLES.length)]!;
      chosen.set(`${type} ${rank}${field}`, entity(type, `name ${rank}${field}`, { ...(type === 'technique' && { role }) }));
    }
    return record(`p${String(p).padStart(6, '0')}`, [...chosen.values()], { results: [result('2x'), result('98%')] });
  });
}
