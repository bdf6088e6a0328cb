import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { cli } from '../helpers/cli.ts';
import { fileOf } from '../helpers/foreign.ts';
import { smallGraph } from '../helpers/graph.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('the page that is exported opens from the disk with its graph, and what is asked of it is answered with sentences', async () => {
  const graph = smallGraph();
  const folder = join(fileOf('graph.json', [...saveGraph(graph)].join('')), '..');
  const file = join(folder, 'page.html');
  expect(await cli(['export', 'html', '--graph', folder, '--out', file])).toMatchObject({ code: 0, out: '', err: '' });
  const tab = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('GPU stall')) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('request', (request) => void (request.url().startsWith('data:') || asked.push(request.url())));
  const address = pathToFileURL(file).href;
  await tab.goto(address);
  await tab.waitForSelector('#stage[data-ready="true"]');
  const papers = graph.filterNodes((_, { kind }) => kind === 'paper');
  expect(await tab.locator('#stage').getAttribute('data-papers')).toBe(String(papers.length));
  await tab.goto(`${address}#at=technique:prunenet`);
  await expect.poll(() => tab.locator('#details h2').textContent()).toBe('PruneNet');
  await expect.poll(() => tab.locator('#details q mark').count()).toBeGreaterThan(0);
  expect(asked.filter((url) => url.split('#')[0] !== address)).toEqual([]);
  expect(complaints).toEqual([]);
});
