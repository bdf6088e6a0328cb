import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { queryOf } from '../../src/query/ask.ts';
import { QUERIES } from '../../src/query/index.ts';
import { open } from '../../src/query/open.ts';
import type { Questions } from '../../src/query/open.ts';
import type { Answer } from '../../src/query/types.ts';
import { ASKED, askedGraph } from '../helpers/asked.ts';
import { cli, CLI, launch, printed } from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-'));
const text = [...saveGraph(askedGraph())].join('');
writeFileSync(join(folder, 'graph.json'), text);
afterAll(() => rmSync(folder, { recursive: true }));

const library = open(text) as unknown as Record<keyof Questions, (params: object) => Answer>;
const shell = (name: string, params: Record<string, string>, format = 'json') =>
  cli(['query', name, '--graph', folder, '--format', format, ...Object.entries(params).flatMap(([param, value]) => [`--${param}`, value])]);

const server = launch(['serve', '--graph', folder, '--port', '0']);
afterAll(() => server.kill('SIGKILL'));
let address: string;
let assistant: Client;
const tool = async (name: string, params: object): Promise<{ isError?: boolean; text: string }> => {
  const { isError, content } = await assistant.callTool({ name, arguments: { ...params } });
  return { isError, text: (content[0] as { text: string }).text };
};
beforeAll(async () => {
  address = (await printed(server, /http:\/\/[^ ]+/))[0];
  assistant = new Client({ name: 'test', version: '1' });
  await assistant.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', '--graph', folder] }));
});
afterAll(() => assistant.close());

describe('library, shell, HTTP and assistant answer alike', () => {
  test.each(ASKED)('%s %j', async (name, given) => {
    // Where no limit is given, an assistant gets fewer items.
    const params = { ...('limit' in queryOf(name).params.shape && { limit: '100' }), ...given };
    const answer = library[name as keyof Questions](params);
    const url = (format: string): string => `${address}api/${name}?${new URLSearchParams({ ...params, format })}`;
    const [byShell, byHttp, byTool] = await Promise.all([
      shell(name, params),
      fetch(url('json')),
      tool(name, { ...params, format: 'json' }),
    ]);
    expect(byShell).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(byShell.out)).toEqual(answer);
    expect(await byHttp.json()).toEqual(answer);
    expect(JSON.parse(byTool.text)).toEqual(answer);
    expect((await tool(name, params)).text).toBe(await (await fetch(url('md'))).text());
  });

  test.each([
    ['paper', { paper: 'nowhere' }],
    ['paper', {}],
    ['compare', { a: 'AlphaNet' }],
    ['results', { metric: 'flips' }],
    ['results', { direction: 'sideways' }],
    ['search', { text: 'x', depth: '1' }],
  ])('and refuse alike: %s %j', async (name, params) => {
    const { isError, text } = await tool(name, params);
    expect(isError).toBe(true);
    const byHttp = await fetch(`${address}api/${name}?${new URLSearchParams(params)}`);
    const { error, remedy } = (await byHttp.json()) as { error: string; remedy: string };
    expect(byHttp.ok).toBe(false);
    expect(text).toBe(`${error}; ${remedy}`);
    if ('depth' in params) return;
    const byShell = await shell(name, params as never);
    expect(byShell).toMatchObject({ out: '', err: `claimgraph: ${text}\n` });
  });
});

test('the assistant is told of every question and its parameters, briefly', async () => {
  const { tools } = await assistant.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(QUERIES.map(({ id }) => id).sort());
  for (const { description, inputSchema, annotations } of tools) {
    expect(description).toMatch(/\.$/);
    expect(annotations).toMatchObject({ readOnlyHint: true });
    for (const schema of Object.values(inputSchema.properties!)) expect(schema).toHaveProperty('description');
  }
  expect(assistant.getInstructions()).toContain('search');
});
