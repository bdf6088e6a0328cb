import { z } from 'zod';
import { FORMATS } from '../query/format/index.ts';
import { QUERIES } from '../query/index.ts';
import type { Query } from '../query/types.ts';

type Schema = { [key: string]: unknown };

/** The parameter that every route has beside those of its query. */
export const FORMAT = 'format';

/**
 * The HTTP interface in OpenAPI 3.1, from the declarations of the queries.
 * @param version of the program
 */
export function openapi(version: string): object {
  const schemas: Schema = { Problem: problem };
  const paths = Object.fromEntries((QUERIES as readonly Query[]).map((query) => [`/api/${query.id}`, { get: operation(query, schemas) }]));
  return {
    openapi: '3.1.1',
    info: {
      title: 'claimgraph',
      version,
      description: 'Questions to a knowledge graph of papers and what they claim.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas },
  };
}

const problem = {
  type: 'object',
  description: 'why there is no answer, and what to do instead',
  required: ['error', 'remedy'],
  properties: {
    error: { type: 'string' },
    remedy: { type: 'string' },
    kind: { type: 'string' },
    candidates: { type: 'array', items: { type: 'string' }, description: 'names that may have been meant, nearest first' },
  },
};

function operation({ id, summary, params, item }: Query, schemas: Schema): object {
  const { properties = {}, required = [] } = z.toJSONSchema(params, { io: 'input' });
  const { $schema: _, $defs = {}, ...items } = z.toJSONSchema(item);
  Object.assign(schemas, moved($defs));
  const answer = {
    type: 'object',
    required: ['query', 'items', 'total'],
    properties: {
      query: { const: id },
      items: { type: 'array', items: moved(items) },
      total: { type: 'integer', description: 'how many there are in all' },
      next: { type: 'integer', description: 'the offset of the next page, where there is one' },
      notes: { type: 'array', items: { type: 'string' }, description: 'what to know before comparing or trusting the items' },
    },
  };
  const text = FORMATS.filter((format) => format.id !== 'json').map(({ mime }) => [mime.split(';')[0], { schema: { type: 'string' } }]);
  return {
    operationId: id,
    summary,
    parameters: [
      ...Object.entries(properties).map(([name, schema]) => parameter(name, schema as Schema, required.includes(name))),
      parameter(
        FORMAT,
        { type: 'string', enum: FORMATS.map((format) => format.id), default: 'json', description: 'how to write the answer' },
        false,
      ),
    ],
    responses: {
      200: {
        description: 'the answer',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: answer }, ...Object.fromEntries(text) },
      },
      304: { description: 'the answer did not change' },
      400: refusal('a parameter is missing, unknown, out of range or names several things'),
      404: refusal('nothing bears a name that is asked for'),
      503: refusal('the question takes too long'),
    },
  };
}

/** Lists are given as one value with commas. */
function parameter(name: string, { description, ...schema }: Schema, required: boolean): object {
  return {
    name,
    in: 'query',
    description,
    ...(required && { required }),
    schema,
    ...(schema['type'] === 'array' && { style: 'form', explode: false }),
  };
}

const refusal = (description: string): object => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** A JSON Schema whose definitions have moved to where OpenAPI keeps them. */
const moved = <T extends object>(schema: T): T => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
