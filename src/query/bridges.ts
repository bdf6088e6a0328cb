import { z } from 'zod';
import type { Community, KnowledgeGraph } from '../graph.ts';
import { idsOf, labelOf, named, paperAt, ranked, titled } from './access.ts';
import { perGraph } from './cache.ts';
import { communitiesCalled } from './communities.ts';
import { distinct, firstQuote } from './links.ts';
import { page, paging } from './params.ts';
import { listed } from './relatedness/explain.ts';
import { evidence, nodeId } from './shapes.ts';
import { query } from './types.ts';

/** The nearest so many papers of a community make a tie: a paper near to very many is no stronger a bridge for that. */
const TIE = 5;
const MAX_SHARED = 3;
const MAX_PAPERS = 3;

const side = z.strictObject({
  community: z.string().describe('id of the community'),
  label: z.string(),
  tie: z.number().describe('weight of the links to the nearest papers there'),
  papers: z.array(z.strictObject({ id: nodeId, title: z.string() })).describe('those papers, the nearest first'),
  shared: z.array(z.string()).describe('what is shared with them'),
});

const bridge = z.strictObject({
  id: nodeId,
  title: z.string(),
  score: z.number().describe('the weaker of the two ties'),
  sides: z.array(side).length(2).describe('the two communities that it joins, the stronger tie first'),
  why: z.array(z.string()),
  evidence,
});

const community = (which: string) => z.string().optional().describe(`only bridges ${which}: its id, or words of its label`);

export default query({
  id: 'bridges',
  summary: 'Papers that join two communities, with what joins them to each.',
  params: z.strictObject({ community: community('that reach this community'), other: community('to this one'), ...paging(10) }),
  item: bridge,
  given: ['community', 'other'],
  example: { community: 'COMMUNITY', limit: '5' },
  tables: [{ columns: ['score', 'title'], below: ['id', 'why'] }],
  run(graph, { community, other, ...paging }) {
    const all = graph.getAttribute('communities');
    const wanted = [community, other].filter((name) => name !== undefined).map((name) => idsCalled(all, name));
    const found = bridges(graph).flatMap(({ paper, ties }) => {
      const [one, another] = wanted.length === 2 ? strongestOf(ties, wanted) : strongest(ties, wanted[0]);
      return one && another ? [{ paper, ties: [one, another] as const, score: Math.min(one.weight, another.weight) }] : [];
    });
    return page(ranked(found, ({ score }) => score, ({ paper }) => paper), paging, ({ paper, ties, score }) => spelled(graph, paper, ties, score)); // prettier-ignore
  },
});

interface Tie {
  community: string;
  weight: number;
  /** How many related papers there are there. */
  count: number;
  /** The nearest of them, with what is shared. */
  papers: { id: string; weight: number; why: readonly string[] }[];
}

const idsCalled = (all: readonly Community[], name: string): ReadonlySet<string> =>
  new Set(communitiesCalled(all, name).map(({ id }) => id));

/** Ties of each paper that has them to more than one community, the strongest first. */
const bridges = perGraph((graph): { paper: string; ties: Tie[] }[] =>
  idsOf(graph, (kind) => kind === 'paper').flatMap((paper) => {
    const near = new Map<string, Tie['papers']>();
    graph.forEachEdge(paper, (_, { kind, weight, why = [] }, source, target) => {
      if (kind !== 'related_to') return;
      const id = source === paper ? target : source;
      const { community } = paperAt(graph, id);
      if (community === null) return;
      const known = near.get(community);
      if (known) known.push({ id, weight, why });
      else near.set(community, [{ id, weight, why }]);
    });
    if (near.size < 2) return [];
    const ties = Array.from(near, ([community, all]): Tie => {
      const papers = ranked(all, ({ weight }) => weight, ({ id }) => id).slice(0, TIE); // prettier-ignore
      return { community, count: all.length, papers, weight: papers.reduce((sum, { weight }) => sum + weight, 0) };
    });
    return [{ paper, ties: ranked(ties, ({ weight }) => weight, ({ community }) => community) }]; // prettier-ignore
  }),
);

/** The two strongest ties, or the strongest to one of some communities and the strongest of the others. */
function strongest(
  ties: readonly Tie[],
  within: ReadonlySet<string> = new Set(ties.map(({ community }) => community)),
): (Tie | undefined)[] {
  const one = ties.find(({ community }) => within.has(community));
  return [one, ties.find((tie) => tie !== one)];
}

/** The strongest pair of ties, one to each of two sets of communities. */
function strongestOf(ties: readonly Tie[], [a, b]: readonly ReadonlySet<string>[]): (Tie | undefined)[] {
  const pairs = ties.filter(({ community }) => a!.has(community)).flatMap((one) => ties.filter((other) => other !== one && b!.has(other.community)).map((other) => [one, other])); // prettier-ignore
  return pairs.sort((x, y) => Math.min(...y.map(({ weight }) => weight)) - Math.min(...x.map(({ weight }) => weight)))[0] ?? [];
}

function spelled(graph: KnowledgeGraph, paper: string, ties: readonly [Tie, Tie], score: number): z.output<typeof bridge> {
  const labels = new Map(graph.getAttribute('communities').map(({ id, label }) => [id, label]));
  const order = ties[0].weight < ties[1].weight ? [ties[1], ties[0]] : ties;
  const told = order.map(({ community, weight, count, papers }, i) => {
    const label = labels.get(community) ?? community;
    const shared = telling(papers, order[1 - i]!.papers);
    const nearest = titled(graph, papers[0]!.id);
    const related = count > 1 ? `${count} papers, the nearest ${nearest}` : nearest;
    return {
      side: {
        community,
        label,
        tie: rounded(weight),
        papers: papers.slice(0, MAX_PAPERS).map(({ id }) => ({ id, title: labelOf(graph, id) })),
        shared: named(graph, shared),
      },
      why: `In "${label}" it is related to ${related}, by ${listed(named(graph, shared))}.`,
      evidence: shared.flatMap((id) => [paper, ...papers.filter(({ why }) => why.includes(id)).slice(0, 1).map((each) => each.id)].flatMap((each) => firstQuote(graph, each, id))), // prettier-ignore
    };
  });
  return {
    id: paper,
    title: labelOf(graph, paper),
    score: rounded(score),
    sides: told.map(({ side }) => side),
    why: told.map(({ why }) => why),
    evidence: distinct(told.flatMap(({ evidence }) => evidence)),
  };
}

/** What is shared with most of some papers and with few of others. */
function telling(here: Tie['papers'], there: Tie['papers']): string[] {
  const share = (papers: Tie['papers'], id: string): number => papers.filter(({ why }) => why.includes(id)).length / papers.length;
  const all = [...new Set(here.flatMap(({ why }) => why))];
  return ranked(all, (id) => share(here, id) - share(there, id) / 2, (id) => id).slice(0, MAX_SHARED); // prettier-ignore
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
