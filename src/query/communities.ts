import { z } from 'zod';
import type { Community, KnowledgeGraph } from '../graph.ts';
import { idsOf, labelOf, paperAt, ranked } from './access.ts';
import { perGraph } from './cache.ts';
import { NotFoundError } from './errors.ts';
import { distinct, firstQuote, namedNodeOf } from './links.ts';
import { page, paging, whole } from './params.ts';
import { nameKey } from './reference.ts';
import { evidence, namedNode, nodeId } from './shapes.ts';
import type { Quote } from './shapes.ts';
import { query } from './types.ts';

const MAX_QUOTES = 3;

const group = z.strictObject({
  community: z.string().describe('id of the community'),
  label: z.string(),
  size: z.int().describe('how many papers'),
  top: z.array(namedNode).describe('its most distinctive entities, strongest first'),
  papers: z.array(z.strictObject({ id: nodeId, title: z.string() })).describe('the papers with most links'),
  evidence,
});

export default query({
  id: 'communities',
  summary: 'Groups of papers on the same things, the largest first, with what is distinctive of each and its papers.',
  params: z.strictObject({
    community: z.string().optional().describe('only this one: its id, or words of its label'),
    papers: whole(0, 1000).default(3).describe('how many papers to name of each'),
    ...paging(30),
  }),
  item: group,
  given: ['community'],
  example: { community: 'COMMUNITY', papers: '20' },
  tables: [{ columns: ['size', 'label', 'top'], below: ['community', 'papers'] }],
  run(graph, { community, papers, ...paging }) {
    const all = graph.getAttribute('communities');
    const found = community === undefined ? [...all] : communitiesCalled(all, community);
    return page(ranked(found, ({ size }) => size, ({ id }) => id), paging, (each) => describe(graph, each, papers)); // prettier-ignore
  },
});

/**
 * Communities by id, or by words of their labels.
 * @throws NotFoundError, with the labels
 */
export function communitiesCalled(all: readonly Community[], name: string): Community[] {
  const exact = all.filter(({ id }) => id === name);
  const words = nameKey(name).split(' ');
  const found = exact.length ? exact : all.filter(({ label }) => words.every((word) => nameKey(label).includes(word)));
  if (found.length) return found;
  const labels = all.map(({ label }) => label);
  throw new NotFoundError(`no community is called "${name.slice(0, 100)}"`, `there are: ${labels.slice(0, 50).join(', ')}`, labels);
}

/** Papers of each community, those with most links first. */
const members = perGraph((graph) => {
  const papers = new Map<string, string[]>();
  for (const id of idsOf(graph, (kind) => kind === 'paper')) {
    const { community } = paperAt(graph, id);
    if (community === null) continue;
    const known = papers.get(community);
    if (known) known.push(id);
    else papers.set(community, [id]);
  }
  for (const ids of papers.values()) ranked(ids, (id) => graph.degree(id), (id) => id); // prettier-ignore
  return papers;
});

function describe(graph: KnowledgeGraph, { id, label, size, top }: Community, most: number): z.output<typeof group> {
  const papers = members(graph).get(id) ?? [];
  const entities = top.filter((entity) => graph.hasNode(entity));
  return {
    community: id,
    label,
    size,
    top: entities.map((entity) => namedNodeOf(graph, entity)),
    papers: papers.slice(0, most).map((paper) => ({ id: paper, title: labelOf(graph, paper) })),
    evidence: distinct(entities.slice(0, MAX_QUOTES).flatMap((entity) => quoteIn(graph, papers, entity))),
  };
}

/** Where the first of some papers that names an entity names it. */
function quoteIn(graph: KnowledgeGraph, papers: readonly string[], entity: string): Quote[] {
  const paper = papers.find((each) => graph.hasDirectedEdge(each, entity));
  return paper === undefined ? [] : firstQuote(graph, paper, entity);
}
