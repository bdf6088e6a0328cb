import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../src/query/format/index.ts';
import { QUERIES } from '../../../src/query/index.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { ASKED, askedGraph } from '../../helpers/asked.ts';

interface Operation {
  parameters: { name: string; required?: boolean; description: string }[];
  responses: { 200: { content: Record<string, { schema: { properties: { items: { items: { properties?: object; $ref?: string } } } } }> } };
}

const handle = createHandler(askedGraph(), { version: '1.2.3' });
const get = (path: string, headers = {}): Promise<Response> => handle(new Request(`http://127.0.0.1${path}`, { headers }));
const document = (await (await get('/api/openapi.json')).json()) as {
  info: { version: string };
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, { properties: object }> };
};

test('the description is valid OpenAPI 3.1, with every reference defined', async () => {
  expect(await new Validator().validate(document)).toMatchObject({ valid: true });
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(document.components.schemas).toHaveProperty(name!);
  expect(document.info.version).toBe('1.2.3');
});

test('every query is described with its parameters and the format', () => {
  expect(Object.keys(document.paths).sort()).toEqual(QUERIES.map(({ id }) => `/api/${id}`).sort());
  for (const { id, params } of QUERIES) {
    const { parameters } = document.paths[`/api/${id}`]!.get;
    expect(parameters.map(({ name }) => name)).toEqual([...Object.keys(params.shape), 'format']);
    for (const { description } of parameters) expect(description).toBeTruthy();
  }
});

describe.each(ASKED)('%s %j', (name, params) => {
  const { responses } = document.paths[`/api/${name}`]!.get;
  test('is answered as described', async () => {
    const { items } = (await (await get(`/api/${name}?${new URLSearchParams(params)}`)).json()) as { items: object[] };
    const { $ref, properties } = responses[200].content['application/json']!.schema.properties.items.items;
    const described = properties ?? document.components.schemas[$ref!.split('/').at(-1)!]!.properties;
    for (const item of items) expect(Object.keys(described)).toEqual(expect.arrayContaining(Object.keys(item)));
  });
  test.each(FORMATS.map(({ id, mime }) => [id, mime]))('as %s', async (format, mime) => {
    const response = await get(`/api/${name}?${new URLSearchParams({ ...params, format })}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(mime);
    expect(Object.keys(responses[200].content)).toContain(mime.split(';')[0]);
    expect(await response.text()).not.toBe('');
  });
});
