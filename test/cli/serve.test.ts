import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { cli, printed, scratch, start } from '../helpers/cli.ts';
import { smallGraph } from '../helpers/graph.ts';

function graphFolder(): string {
  const folder = join(scratch(), 'graph');
  mkdirSync(folder);
  writeFileSync(join(folder, 'graph.json'), [...saveGraph(smallGraph())].join(''));
  return folder;
}

test('serves the viewer, the graph and the queries at the printed address, until Ctrl-C', async () => {
  const child = start(['serve', '--graph', graphFolder(), '--port', '0']);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [, address] = await printed(child, /(http:\/\/127\.0\.0\.1:\d+\/)/);
  const page = await fetch(address!);
  expect(page.headers.get('content-type')).toContain('text/html');
  const [script] = /[^"]+\.js/.exec(await page.text())!;
  expect((await fetch(new URL(script, address))).headers.get('content-type')).toContain('text/javascript');
  expect(await (await fetch(new URL('api/search?text=bert', address))).json()).toMatchObject({ items: [{ id: 'technique:bert' }, {}, {}] });
  expect((await fetch(new URL('graph.json', address))).status).toBe(200);
  expect((await fetch(new URL('api/search?text=bert', address), { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a graph built anew is picked up, a damaged one is not, and no request fails', async () => {
  const folder = graphFolder();
  const file = join(folder, 'graph.json');
  const child = start(['serve', '--graph', folder, '--port', '0']);
  const [address] = await printed(child, /http:\/\/127\.0\.0\.1:\d+\//);
  const replace = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const failed: number[] = [];
  const end = new AbortController();
  const asking = (async () => {
    while (!end.signal.aborted) {
      const { status } = await fetch(new URL('api/results', address));
      if (status !== 200) failed.push(status);
      await new Promise((done) => setTimeout(done, 5));
    }
  })();
  const total = async (): Promise<number> => ((await (await fetch(new URL('api/results', address))).json()) as { total: number }).total;
  expect(await total()).toBe(4);
  const told = printed(child, /still serving the old graph/);
  replace('{"attributes":');
  await told;
  expect(await total()).toBe(4);
  const graph = smallGraph();
  graph.dropNode('result:2401.10000-1');
  const taken = printed(child, /was built anew/);
  replace([...saveGraph(graph)].join(''));
  await taken;
  expect(await total()).toBe(3);
  end.abort();
  await asking;
  expect(failed).toEqual([]);
});

test('a port in use: says so and takes the next', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as AddressInfo;
  const child = start(['serve', '--graph', graphFolder(), '--port', String(port)]);
  const [text, taken] = await printed(child, /[^]*http:\/\/127\.0\.0\.1:(\d+)\//);
  expect(text).toContain(`port ${port} is in use`);
  expect(Number(taken)).toBeGreaterThan(port);
  expect((await fetch(`http://127.0.0.1:${taken}/api/`)).status).toBe(200);
});

describe('misuse', () => {
  test.each([['99999'], ['-1'], ['http'], ['1e3'], ['']])('the port "%s" is refused', async (port) => {
    const ran = await cli(['serve', '--graph', graphFolder(), `--port=${port}`]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('0 to 65535');
  });
  test('no graph: says how to get one', async () => {
    const ran = await cli(['serve', '--graph', join(scratch(), 'nowhere')]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('claimgraph build');
  });
});
