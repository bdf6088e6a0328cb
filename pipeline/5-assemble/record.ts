import type { EdgeKind, Evidence, NodeAttributes, PaperNode } from '../../src/graph.ts';
import type { Claim, Entity, EntityType, Mark, Record, Role } from '../../src/model.ts';
import type { Edges } from './edges.ts';
import { paperId, paperNode, resultId, resultNode } from './nodes.ts';
import { Slots } from './slots.ts';
import { ROLE_EDGE, ROLE_ORDER, TYPE_EDGE } from './weights.ts';

/** Adds the nodes and edges that one record speaks of. @param idOf node id of each entity of the record */
export function addRecord(record: Record, idOf: readonly string[], nodes: Map<string, NodeAttributes>, edges: Edges): void {
  const paper = paperId(record);
  const slots = new Slots(record);
  const evidence = ({ start, end, sentence }: Mark): Evidence => ({ paper, start, end, sentence });

  for (const [id, entities] of grouped(record.entities, idOf)) {
    const mentions = entities.flatMap((entity) => entity.mentions.map(evidence));
    const sure = confidenceOf(entities);
    if (entities[0]!.type === 'technique') {
      const role = strongest(entities);
      edges.add(ROLE_EDGE[role], paper, id, mentions, { role, ...sure });
    } else edges.add(TYPE_EDGE[entities[0]!.type], paper, id, mentions, sure);
  }

  record.results.forEach((result, i) => {
    const id = resultId(record, i + 1);
    const said = [evidence(result.span)];
    nodes.set(id, resultNode(record, result));
    edges.add('claims', paper, id, said);
    const link = (kind: EdgeKind, type: EntityType, name: string | null) => {
      const entity = slots.find(type, name);
      if (entity !== undefined) edges.add(kind, id, idOf[entity]!, said);
    };
    link('of', 'metric', result.metric);
    link('over', 'technique', result.baseline);
    link('on', 'dataset', result.dataset);
    link('runs_on', 'hardware', result.hardware);
  });

  const own: PaperNode['claims'] = [];
  for (const claim of record.claims) {
    const baseline = slots.find('technique', claim.baseline);
    if (baseline === undefined || (claim.kind !== 'outperforms' && claim.kind !== 'matches')) {
      own.push({ kind: claim.kind, dataset: claim.dataset, span: claim.span });
      continue;
    }
    const target = idOf[baseline]!;
    const better = subjects(record, claim, idOf).filter((id) => id !== target);
    for (const source of better.length ? better : [paper]) edges.add(claim.kind, source, target, [evidence(claim.span)]);
  }
  nodes.set(paper, paperNode(record, own));
}

/** The entities of a record by node id: resolution may have made two of them one. */
function grouped(entities: readonly Entity[], idOf: readonly string[]): Map<string, Entity[]> {
  const groups = new Map<string, Entity[]>();
  entities.forEach((entity, i) => {
    const group = groups.get(idOf[i]!);
    if (group) group.push(entity);
    else groups.set(idOf[i]!, [entity]);
  });
  return groups;
}

const strongest = (entities: readonly Entity[]): Role =>
  ROLE_ORDER.find((role) => entities.some((entity) => entity.role === role)) ?? 'mentioned';

/** The surest of some entities that are one. */
function confidenceOf(entities: readonly Entity[]): { confidence?: number } {
  const known = entities.flatMap(({ confidence }) => confidence ?? []);
  return known.length ? { confidence: Math.round(Math.max(...known) * 100) / 100 } : {};
}

/** What a claim is about: the proposed techniques that its sentence names, else the paper's first. */
function subjects(record: Record, claim: Claim, idOf: readonly string[]): string[] {
  const proposed = record.entities.flatMap((entity, i) =>
    entity.type === 'technique' && entity.role === 'proposed' ? [{ entity, i }] : [],
  );
  const named = proposed.filter(({ entity }) => entity.mentions.some((mention) => mention.sentence === claim.span.sentence));
  return [...new Set((named.length ? named : proposed.slice(0, 1)).map(({ i }) => idOf[i]!))];
}
