import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import type { PartialDate } from '../model.ts';
import { entityAt, labelOf, paperAt, quotes } from './access.ts';
import { behind, edgeFrom, proposalsOf, sourcesOf, targetsOf } from './links.ts';
import { page, paging, someOf } from './params.ts';
import { findNode } from './reference.ts';
import { date, evidence, nodeId } from './shapes.ts';
import { query } from './types.ts';
import { byDate } from './when.ts';

const RELATIONS = ['version of', 'version', 'builds on', 'built on it'] as const;

const kin = z.strictObject({
  id: nodeId,
  label: z.string(),
  relation: z.enum(RELATIONS),
  date: date.optional().describe('of the paper that says so, or else when it was first named'),
  paper: nodeId.optional().describe('the paper that builds one on the other'),
  title: z.string().optional(),
  why: z.array(z.string()).optional().describe('the rule by which one is a version of the other'),
  evidence,
});
type Kin = z.output<typeof kin>;
/** Who it is and when; the rest is spelled out when its page is asked for. */
interface Found {
  relation: Kin['relation'];
  id: string;
  date: PartialDate | undefined;
  more(): Omit<Kin, 'id' | 'label' | 'relation' | 'date'>;
}

export default query({
  id: 'lineage',
  summary: 'Where a technique comes from and what came of it, in time: its versions, what it builds on, what is built on it.',
  params: z.strictObject({
    technique: z.string().describe('the technique: an id, a label or an alias'),
    relation: someOf(RELATIONS).optional().describe('only these relations, with commas between them'),
    ...paging(30),
  }),
  item: kin,
  given: ['technique'],
  example: { technique: 'TECHNIQUE' },
  tables: [{ columns: ['relation', 'date', 'label', 'id'], below: ['title', 'why', 'sentence'] }],
  run(graph, { technique, relation, ...paging }) {
    const id = findNode(graph, technique, ['technique']);
    const all = [...versions(graph, id, 'version of'), ...versions(graph, id, 'version'), ...roots(graph, id), ...fruits(graph, id)];
    const found = all.filter((each) => !relation || relation.includes(each.relation));
    const place = ({ relation }: Found): number => RELATIONS.indexOf(relation);
    found.sort((a, b) => place(a) - place(b) || byDate(a.date, b.date) || (a.id < b.id ? -1 : 1));
    return page(found, paging, ({ id, relation, date, more }) => ({
      id,
      label: labelOf(graph, id),
      relation,
      ...(date && { date }),
      ...more(),
    }));
  },
});

/** Everything up or down the family, one step after the other. */
function versions(graph: KnowledgeGraph, technique: string, relation: 'version of' | 'version'): Found[] {
  const found: Found[] = [];
  const seen = new Set([technique]);
  for (const at of seen) {
    const keys = (relation === 'version' ? graph.inEdges(at) : graph.outEdges(at)).filter(
      (key) => graph.getEdgeAttribute(key, 'kind') === 'variant_of',
    );
    for (const key of keys.sort((a, b) => (a < b ? -1 : 1))) {
      const id = graph.opposite(at, key);
      if (seen.has(id)) continue;
      seen.add(id); // a set that grows is walked to its end
      const { why } = graph.getEdgeAttributes(key);
      found.push({
        relation,
        id,
        date: entityAt(graph, id).firstSeen,
        more: () => ({ ...(why && { why }), evidence: behind(graph, key) }),
      });
    }
  }
  return found;
}

/** What the papers that propose it use; not those that came when others had named it: they have it from elsewhere. */
function roots(graph: KnowledgeGraph, technique: string): Found[] {
  const { firstSeen } = entityAt(graph, technique);
  const isFirst = (paper: string): boolean => {
    const { date } = paperAt(graph, paper);
    return !firstSeen || !date || byDate(date, firstSeen) <= 0;
  };
  const origins = sourcesOf(graph, technique, 'proposes').filter(isFirst);
  return origins.flatMap((paper) =>
    targetsOf(graph, paper, 'uses').map((id): Found => {
      const { title } = paperAt(graph, paper);
      const used = edgeFrom(graph, paper, id, ['uses'])!;
      return {
        relation: 'builds on',
        id,
        date: entityAt(graph, id).firstSeen,
        more: () => ({ paper, title, evidence: quotes(graph, used.evidence.slice(0, 1)) }),
      };
    }),
  );
}

/** What the papers that use it propose: what their titles name, or else all of it. */
function fruits(graph: KnowledgeGraph, technique: string): Found[] {
  return sourcesOf(graph, technique, 'uses').flatMap((paper) => {
    const { title, date } = paperAt(graph, paper);
    const used = edgeFrom(graph, paper, technique, ['uses'])!;
    const proposed = proposalsOf(graph, paper);
    const chief = proposed[0]?.inTitle ? proposed.filter(({ inTitle }) => inTitle) : proposed;
    return chief.map(({ id }): Found => ({
      relation: 'built on it',
      id,
      date,
      more: () => ({ paper, title, evidence: quotes(graph, used.evidence.slice(0, 1)) }),
    }));
  });
}
