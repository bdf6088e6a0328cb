import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeColumns } from '../../src/columns/write.ts';
import { smallGraph } from '../helpers/graph.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-file-'));
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one file with everything inside opens from the disk, answers questions, and loads nothing', async () => {
  const graph = gzipSync(Buffer.concat([...writeColumns(smallGraph())])).toString('base64');
  const page = readFileSync('dist/viewer.html', 'utf8').replace('<script id="graph" type="text/plain">', (place) => place + graph);
  const file = join(folder, 'graph.html');
  writeFileSync(file, page);
  const tab = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('GPU stall')) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url());
  });
  await tab.goto(pathToFileURL(file).href);
  await tab.waitForSelector('#stage[data-ready]');
  expect(await tab.locator('#stage').getAttribute('data-papers')).toBe('6');
  await tab.keyboard.press('/');
  await tab.keyboard.type('prunenet');
  await expect.poll(() => tab.locator('#suggestions li').count()).toBeGreaterThan(0);
  await tab.keyboard.press('Enter');
  await expect.poll(() => tab.locator('#details h2').textContent()).toMatch(/PruneNet/);
  await expect.poll(() => tab.locator('#details q mark').count()).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith('file:') || !url.includes('graph.html'))).toEqual([]);
  expect(complaints).toEqual([]);
});
