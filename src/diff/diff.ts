import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { claimsOf, type Claimed } from './claims.ts';
import { diffCommunities, type CommunityChanges } from './communities.ts';
import { entitiesOf, joinsOf, type EntityChange, type JoinChange } from './entities.ts';
import { linksOf, type LinkChange } from './links.ts';
import { papersOf, type PaperChange } from './papers.ts';
import { resultsOf, type Figure } from './results.ts';

/** What is only in the one, and what is only in the other, each in code-unit order of its ids. */
export interface Change<T> {
  new: T[];
  gone: T[];
}

/** What another build of the graph says that this one does not, and the other way round. */
export interface GraphDiff {
  /** Whether there is nothing to tell. Positions, sizes, colours and weights are not compared. */
  same: boolean;
  /** How many there are in each graph. */
  totals: { [what in 'papers' | 'entities' | 'results' | 'communities']: { before: number; after: number } };
  papers: PaperChange;
  entities: EntityChange;
  /** Forms that became an entity's, are it no more, or went to another. */
  joins: JoinChange;
  results: Change<Figure>;
  claims: Change<Claimed>;
  /** Links between papers and entities that both graphs hold: how many of each kind came and went. */
  links: LinkChange[];
  communities: CommunityChanges;
}

/** Compares two graphs by what they say, whatever the order of nodes and edges in them. */
export function diffGraphs(before: KnowledgeGraph, after: KnowledgeGraph): GraphDiff {
  const diff = {
    papers: papersOf(before, after),
    entities: entitiesOf(before, after),
    joins: joinsOf(before, after),
    results: resultsOf(before, after),
    claims: claimsOf(before, after),
    links: linksOf(before, after),
    communities: diffCommunities(before, after),
  };
  const total = (of: (graph: KnowledgeGraph) => number) => ({ before: of(before), after: of(after) });
  const nodes = (is: (kind: NodeKind) => boolean) => total((graph) => graph.filterNodes((_, { kind }) => is(kind)).length);
  return {
    same: isEmpty(diff),
    totals: {
      papers: nodes((kind) => kind === 'paper'),
      entities: nodes((kind) => kind !== 'paper' && kind !== 'result'),
      results: nodes((kind) => kind === 'result'),
      communities: total((graph) => graph.getAttribute('communities').length),
    },
    ...diff,
  };
}

/** Whether no list in it has an item. */
const isEmpty = (value: object): boolean =>
  Array.isArray(value) ? value.length === 0 : Object.values(value).every((part) => isEmpty(part as object));
