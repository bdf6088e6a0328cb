import type { EntityNode, PaperNode, Placed, ResultNode } from '../../src/graph.ts';
import type { PartialDate, Record, Result } from '../../src/model.ts';
import type { ResolvedEntity } from '../types.ts';
import { resultLabel } from './label.ts';

/** What analysis and layout fill in later. */
const placed = (label: string): Placed => ({ label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1 });

/** Ids hold no blanks, since keys of edges are ids with blanks between them; no two become one. */
const unbroken = (id: string): string => id.replace(/[\s\p{Cc}%]/gu, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const paperId = (record: Record): string => `paper:${unbroken(record.id)}`;

/** @param ordinal from 1, in the record's order */
export const resultId = (record: Record, ordinal: number): string => `result:${unbroken(record.id)}/${ordinal}`;

/** @param claims those that stay with the paper, having no baseline to point at */
export function paperNode(record: Record, claims: PaperNode['claims']): PaperNode {
  const { id, title, abstract, sentences, otherIds = [], date, authors, upvotes, keywords, url, links, source, otherSources } = record;
  const names = unbroken(id) === id ? otherIds : [id, ...otherIds];
  return {
    kind: 'paper',
    ...placed(title.replace(/\s+/g, ' ')),
    title,
    abstract,
    sentences,
    ...(names.length > 0 && { otherIds: names }),
    ...(date && { date }),
    ...(authors && { authors }),
    ...(upvotes !== undefined && { upvotes }),
    ...(keywords && { keywords }),
    ...(url !== undefined && { url }),
    links,
    ...(source && { source }),
    ...(otherSources && { otherSources }),
    claims,
  };
}

export function entityNode(entity: ResolvedEntity, papers: number, firstSeen: PartialDate | undefined): EntityNode {
  const { type, label, aliases, joins, parted } = entity;
  return { kind: type, ...placed(label), aliases, papers, ...(firstSeen && { firstSeen }), joins, ...(parted && { parted }) };
}

export function resultNode(record: Record, result: Result): ResultNode {
  const { value, quantity, direction, hedge, metric, baseline, dataset, hardware, span } = result;
  return {
    kind: 'result',
    ...placed(resultLabel(result)),
    value,
    ...(quantity && { quantity }),
    direction,
    ...(hedge !== undefined && { hedge }),
    metric,
    baseline,
    dataset,
    hardware,
    evidence: { paper: paperId(record), ...span },
  };
}
