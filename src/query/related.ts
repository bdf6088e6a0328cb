import { z } from 'zod';
import { paperAt, titled } from './access.ts';
import { page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { ASPECTS } from './relatedness/aspects.ts';
import { best } from './relatedness/best.ts';
import { naming } from './relatedness/naming.ts';
import { rankingFrom, rounded } from './relatedness/ranking.ts';
import { evidence, namedNode, nodeId } from './shapes.ts';
import { query } from './types.ts';

const relation = z.strictObject({
  id: nodeId,
  title: z.string(),
  otherIds: z.array(z.string()).optional().describe('ids that other records of the same paper give it'),
  score: z.number().describe('how near, 0 to 1'),
  why: z.array(z.string()).describe('what the relation rests on, in sentences'),
  shared: z.array(namedNode.extend({ part: z.number().describe('its part of the score') })),
  evidence,
});

export default query({
  id: 'related',
  summary: 'Papers related to one, best first, each with what the relation rests on.',
  params: z.strictObject({
    paper: z.string().describe('the paper: a node id, the id its source gives it, or its title'),
    by: z
      .enum(ASPECTS)
      .optional()
      .describe(`by this alone: ${ASPECTS.join(', ')}; without it by words, names and neighbours`),
    ...paging(10),
  }),
  item: relation,
  given: ['paper'],
  example: { paper: 'PAPER', limit: '5' },
  tables: [{ columns: ['score', 'title'], below: ['id', 'why'] }],
  run(graph, { paper, by, ...paging }) {
    const { papers, row } = naming(graph);
    const from = row.get(findNode(graph, paper, ['paper']))!;
    const { scores, explain } = rankingFrom(graph, from, by);
    scores[from] = 0;
    const total = scores.reduce((count, score) => count + (score > 0 ? 1 : 0), 0);
    const order = best(scores, Math.min(total, paging.offset + paging.limit));
    const item = (to: number): z.output<typeof relation> => {
      const id = papers[to]!;
      const { title, otherIds } = paperAt(graph, id);
      return { id, title, ...(otherIds && { otherIds }), score: rounded(scores[to]!), ...explain(to) };
    };
    const notes = by && !total ? [`${titled(graph, papers[from]!)} shares no ${by} with another paper.`] : [];
    return { ...page(order, paging, item), total, ...(notes.length && { notes }) };
  },
});
