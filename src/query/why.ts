import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { ENTITY_TYPES } from '../model.ts';
import { JOIN_RULES, PART_RULES, type JoinRule, type PartRule } from '../rules.ts';
import { entityAt, kindOf, labelOf } from './access.ts';
import { NotFoundError } from './errors.ts';
import { page, paging } from './params.ts';
import { chain, partings, type Step } from './reasons.ts';
import { bearers, findNode, nameKey } from './reference.ts';
import { evidence, nodeId } from './shapes.ts';
import { Sightings } from './sightings.ts';
import { query } from './types.ts';

const reason = z.strictObject({
  id: nodeId,
  is: z.enum(['one', 'apart']),
  name: z.string().describe('a form of the name'),
  of: z.string().describe('the form that it was joined to, or the name that it is kept apart from'),
  other: nodeId.optional().describe('what it is kept apart from'),
  rule: z.enum([...Object.keys(JOIN_RULES), ...Object.keys(PART_RULES)] as [JoinRule | PartRule]).describe('the rule that said so'),
  why: z.string().describe('the same in words'),
  papers: z.int().optional().describe('how many papers use the name so'),
  evidence,
});
type Reason = z.output<typeof reason>;

export default query({
  id: 'why',
  summary: 'Why names are one entity, or are not: the rule behind each join and each refusal, with the sentences.',
  params: z.strictObject({
    entity: z.string().describe('an entity: an id, a label or any form of its name'),
    other: z.string().optional().describe('a second one: are they one, and why?'),
    ...paging(50),
  }),
  item: reason,
  given: ['entity', 'other'],
  example: { entity: 'KD', other: 'knowledge distillation' },
  tables: [{ columns: ['is', 'name', 'of', 'rule', 'papers', 'id'], below: ['why', 'sentence'] }],
  run(graph, { entity, other, ...paging }) {
    const steps = other === undefined ? all(graph, entity) : between(graph, entity, other);
    return page(steps, paging, (step) => told(graph, step));
  },
});

/** Entities that bear a name; where it is the label of one, that one. @throws NotFoundError with the nearest names */
function entities(graph: KnowledgeGraph, name: string): string[] {
  const found = bearers(graph, name, ENTITY_TYPES);
  return found.length ? found : [findNode(graph, name, ENTITY_TYPES)];
}

/** Every form of an entity; of a name that is only a form, that form. Then what it is kept apart from. */
function all(graph: KnowledgeGraph, name: string): Step[] {
  const ids = entities(graph, name);
  const key = nameKey(name);
  return ids.flatMap((id) => {
    const { label, joins } = entityAt(graph, id);
    const whole = id === name || nameKey(label) === key || id.endsWith(`:${name}`);
    const forms = joins.filter((join) => join.to !== undefined && (whole || nameKey(join.form) === key));
    const rest = ids.filter((other) => other > id).map((other): Step => ({ is: 'apart', id, other, ...apart(graph, id, other) }));
    const stored = partings(graph, id).filter((step) => !ids.includes(step.other));
    return [...forms.map((join): Step => ({ is: 'one', id, join })), ...rest, ...stored];
  });
}

/** The way from one form to the other, or what keeps the two apart. */
function between(graph: KnowledgeGraph, one: string, other: string): Step[] {
  const [here, there] = [entities(graph, one), entities(graph, other)];
  const both = here.filter((id) => there.includes(id));
  if (both.length) return both.flatMap((id) => chain(graph, id, one, other).map((join): Step => ({ is: 'one', id, join })));
  return here.flatMap((id) => there.map((apartFrom): Step => ({ is: 'apart', id, other: apartFrom, ...apart(graph, id, apartFrom) })));
}

/** The strongest reason for which two entities are two. */
function apart(graph: KnowledgeGraph, one: string, other: string): { rule: PartRule; note?: string } {
  const stored = entityAt(graph, one).parted?.find((parting) => parting.other === other);
  const [kind, kindOther] = [kindOf(graph, one), kindOf(graph, other)];
  if (kind !== kindOther) return { rule: 'another type', note: `a ${kind} and a ${kindOther}` };
  if (stored) return { rule: stored.rule, ...(stored.note !== undefined && { note: stored.note }) };
  const family = parents(graph, one).find((id) => id === other || parents(graph, other).includes(id));
  if (family !== undefined || parents(graph, other).includes(one)) return { rule: 'another version', note: labelOf(graph, family ?? one) };
  const forms = new Set(entityAt(graph, other).aliases.filter((form) => form.length <= 12 && /\p{Lu}.*\p{Lu}/u.test(form)));
  const shared = entityAt(graph, one).aliases.find((form) => forms.has(form));
  return shared === undefined ? { rule: 'no rule' } : { rule: 'another meaning', note: `"${shared}"` };
}

const parents = (graph: KnowledgeGraph, id: string): string[] =>
  graph.filterOutEdges(id, (_, { kind }) => kind === 'variant_of').map((key) => graph.target(key));

/** A definition is shown where it is made, another join where the form stands for itself. */
function sentences(said: Sightings, form: string, to: string, rule: JoinRule): Reason['evidence'] {
  const best = rule === 'defined in the paper' ? said.together(form, to) : said.alone(form, to);
  return best.length ? best : said.of(form);
}

function told(graph: KnowledgeGraph, step: Step): Reason {
  const said = new Sightings(graph, step.id);
  if (step.is === 'one') {
    const { form, rule, papers, to = '', note } = step.join;
    const because = note === undefined || note === `"${to}"` ? '' : ` (${note})`;
    const why = form === to ? `"${form}" is the label` : `"${form}" is "${to}": ${JOIN_RULES[rule]}${because}`;
    return { id: step.id, is: 'one', name: form, of: to, rule, why, papers, evidence: sentences(said, form, to, rule) };
  }
  if (!graph.hasNode(step.other)) throw new NotFoundError(`no node is called "${step.other}"`, 'build the graph anew');
  const [name, of] = [labelOf(graph, step.id), labelOf(graph, step.other)];
  const because = step.note === undefined ? '' : ` (${step.note})`;
  const why = `"${name}" is not "${of}"${name === of ? ' of the other' : ''}: ${PART_RULES[step.rule]}${because}`;
  const both = [...said.of(name).slice(0, 1), ...new Sightings(graph, step.other).of(of).slice(0, 1)];
  return { id: step.id, is: 'apart', name, of, other: step.other, rule: step.rule, why, evidence: both };
}
