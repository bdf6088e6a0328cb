import type { EntityNode, KnowledgeGraph } from '../../../src/graph.ts';
import { ENTITY_TYPES, type EntityType } from '../../../src/model.ts';
import type { Summary } from '../../summary.ts';
import { table } from '../../../src/markdown.ts';

/** Entities told a type. */
const STRONGEST = 15;
const ALIASES = 5;

/** How many of each type, the strongest of each, and the rules that made forms one. */
export function* entities(graph: KnowledgeGraph, summary: Summary): Generator<string> {
  yield '## Entities\n\n';
  yield* table(
    ['type', 'entities'],
    ENTITY_TYPES.map((type) => [type, summary.entities[type]]),
  );
  for (const type of ENTITY_TYPES) {
    const strongest = ranked(graph, type).slice(0, STRONGEST);
    if (!strongest.length) continue;
    yield `### Strongest ${type === 'hardware' ? type : `${type}s`}\n\nBy the number of papers that name them, then by betweenness.\n\n`;
    yield* table(
      ['name', 'papers', 'links', 'betweenness, %', 'also written'],
      strongest.map(({ label, papers, degree, betweenness, aliases }) => [
        label,
        papers,
        degree,
        Number((betweenness * 100).toPrecision(3)),
        also(aliases),
      ]),
    );
  }
  yield* joins(graph);
}

function ranked(graph: KnowledgeGraph, type: EntityType): EntityNode[] {
  const nodes: { id: string; node: EntityNode }[] = [];
  graph.forEachNode((id, node) => {
    if (node.kind === type) nodes.push({ id, node });
  });
  return nodes
    .sort((a, b) => b.node.papers - a.node.papers || b.node.betweenness - a.node.betweenness || (a.id < b.id ? -1 : 1))
    .map(({ node }) => node);
}

const also = (aliases: readonly string[]): string =>
  aliases.slice(0, ALIASES).join(', ') + (aliases.length > ALIASES ? ` and ${aliases.length - ALIASES} more` : '');

/** How many forms each rule joined to an entity of another spelling. */
function* joins(graph: KnowledgeGraph): Generator<string> {
  const forms = new Map<string, number>();
  graph.forEachNode((_, node) => {
    if (!('joins' in node)) return;
    for (const { form, rule } of node.joins) if (form !== node.label) forms.set(rule, (forms.get(rule) ?? 0) + 1);
  });
  if (!forms.size) return;
  yield '### Forms joined\n\nEach form of a name that is not the label of its entity, by the rule that joined it.\n\n';
  yield* table(
    ['rule', 'forms'],
    [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule, count]) => [rule, count]),
  );
}
