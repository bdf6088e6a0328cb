import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeGraph } from '../helpers/large-graph.ts';
import { openBrowser } from './browser.ts';
import { serveGraph } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('a large graph is drawn from its outline; its texts come when they are read, and whoever is waiting for them is told', async () => {
  const site = await serveGraph(browser, largeGraph({ nodes: 6_000, edges: 15_000, papers: 3_000, communities: 12 }));
  let release = () => {};
  const asked: string[] = [];
  const { page, complaints } = await site.open('', {
    prepare: async (page) => {
      page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/graph.columns', (route) => held.then(() => route.continue()));
    },
  });
  const stage = page.locator('#stage');
  expect([await stage.getAttribute('data-papers'), await stage.getAttribute('data-tier')]).toEqual(['3000', 'far']);
  expect(asked).toContain('/graph.outline');
  await page.evaluate(() => (location.hash = 'at=paper:n7'));
  await expect.poll(() => page.locator('#details h2').textContent()).toBe('paper number 7');
  expect(await page.locator('#details [aria-busy]').textContent()).toBe('Fetching the texts …');
  await page.locator('#legend [data-community] .name').first().click(); // needs none of them
  await expect.poll(() => page.locator('#details .kind').textContent()).toBe('community');
  await page.evaluate(() => (location.hash = 'at=paper:n7&table=papers'));
  await expect.poll(() => page.locator('#table .count').textContent()).toBe('Fetching the texts …');
  release();
  await expect.poll(() => page.locator('#details .abstract').textContent()).toBe('An abstract of one sentence.');
  expect(await page.locator('#table table').getAttribute('aria-rowcount')).toBe('3001');
  await page.locator('#search').fill('number 4001');
  await expect.poll(() => page.locator('#suggestions li').first().textContent(), { timeout: 20_000 }).toMatch(/number 4001/);
  expect(asked.filter((path) => path === '/graph.columns')).toHaveLength(1);
  // Close by, entities and their links are drawn too.
  await page.keyboard.press('Escape');
  await page.evaluate(() => (location.hash = 'view=0.5,0.5,0.1'));
  await expect.poll(() => stage.getAttribute('data-tier')).toBe('near');
  expect(Number(await stage.getAttribute('data-lines'))).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  site.close();
});
