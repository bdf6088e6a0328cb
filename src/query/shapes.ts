/** The parts that items of several answers are made of, declared once: types, OpenAPI and tests follow from them. */
import { z } from 'zod';
import { EDGE_KINDS, NODE_KINDS } from '../graph.ts';
import { ROLES } from '../model.ts';

export const nodeId = z.string().describe('id of a node of the graph');
export const nodeKind = z.enum(NODE_KINDS as [(typeof NODE_KINDS)[number], ...(typeof NODE_KINDS)[number][]]);
export const edgeKind = z.enum(EDGE_KINDS);
export const role = z.enum(ROLES);

export const date = z
  .strictObject({ year: z.int().optional(), month: z.int().optional(), day: z.int().optional() })
  .meta({ id: 'Date', description: 'a calendar date as precise as its source' });

/** A sentence that something rests on. Offsets are into title + "\n" + abstract of the paper. */
export const quote = z
  .strictObject({
    paper: nodeId,
    sentence: z.string(),
    start: z.int().describe('where the thing itself is named or claimed, in UTF-16 code units of title + "\\n" + abstract'),
    end: z.int(),
  })
  .meta({ id: 'Quote', description: 'a sentence that something rests on' });
export type Quote = z.output<typeof quote>;

export const evidence = z.array(quote).describe('the sentences it rests on');

/** A node as answers name it beside something else. */
export const namedNode = z.strictObject({ id: nodeId, label: z.string(), kind: nodeKind });
export type NamedNode = z.output<typeof namedNode>;

const name = z.string().nullable();

/** A claimed figure. */
export const result = z
  .strictObject({
    id: nodeId,
    value: z.string().describe('as written, with its unit'),
    quantity: z.strictObject({ low: z.number(), high: z.number(), unit: z.string() }).optional().describe('the value read as numbers'),
    metric: name,
    direction: z.enum(['increase', 'decrease', 'value']).describe('"value" is an absolute figure, the others a change'),
    hedge: z.string().optional().describe('"up to", "over", as written'),
    baseline: name,
    dataset: name,
    hardware: name,
    paper: nodeId,
    title: z.string(),
    date: date.optional(),
    evidence,
  })
  .meta({ id: 'Result', description: 'a claimed figure' });
export type ResultItem = z.output<typeof result>;
