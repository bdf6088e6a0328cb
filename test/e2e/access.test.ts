import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { serveSeeds, type Site } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAPER = 'paper:once-for-all-train-one-network-and-specialize-it-for-efficient-deployment';
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveSeeds(browser);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
});

/** What axe finds wrong: the rule, and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
  const { page } = await site.open('', { colorScheme, prepare: (page) => page.addInitScript(AXE) });
  expect(await violations(page)).toEqual([]);
  await page.locator('#more-filters summary').click();
  await page.evaluate((paper) => (location.hash = `at=${paper}&table=results`), PAPER);
  await page.locator('#details .abstract').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => (location.hash = 'ask=results'));
  await page.locator('.answer li').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('?');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('the positive control: axe does see a button without a name', async () => {
  const { page } = await site.open('', { prepare: (page) => page.addInitScript(AXE) });
  await page.evaluate(() => document.getElementById('chrome')!.append(document.createElement('button')));
  expect((await violations(page)).join()).toMatch(/button-name/);
});

test('find, read, walk, ask and keep, by keyboard alone', async () => {
  const { page, complaints } = await site.open();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const heading = () => page.locator('#details h2').textContent();
  /** Goes on by Tab until the focus is on such an element. */
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 120; i++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}`);
  };
  // find
  await press('/');
  await page.keyboard.type('once-for-all');
  await expect.poll(() => page.locator('#suggestions li').count()).toBeGreaterThan(0);
  await press('Enter');
  await expect.poll(heading).toMatch(/^Once-for-All|once-for-all/);
  // walk: from here to a neighbour and to one of its own
  await press('Escape');
  await page.evaluate((paper) => (location.hash = `at=${paper}`), PAPER);
  await expect.poll(heading).toMatch(/^Once-for-All/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('ArrowDown');
  await expect.poll(heading).not.toMatch(/^Once-for-All/);
  // read: a mark in the text opens what it names
  await page.evaluate((paper) => (location.hash = `at=${paper}`), PAPER);
  await expect.poll(heading).toMatch(/^Once-for-All/);
  await page.locator('#details h2').focus();
  await tabTo('#details mark');
  const named = await page.evaluate(() => document.activeElement?.getAttribute('title'));
  await press('Enter');
  await expect.poll(heading).toBe(named!.replace(/^\w+: /, ''));
  // the table: to its third row and into it
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('Escape', 't', 'ArrowDown', 'ArrowDown');
  const row = await page.evaluate(() => document.activeElement?.textContent);
  expect(row).toBe(await page.locator('#table tbody tr[data-id] th').nth(2).textContent());
  await press('Enter');
  await expect.poll(heading).toBe(row);
  // ask
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('Escape', 'Escape', 'a');
  await tabTo('#ask-metric');
  await page.keyboard.type('FLOPs');
  await press('Enter');
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(0);
  // filter
  await tabTo('#legend [data-kind="dataset"] input');
  await press('Space');
  expect(await page.locator('#legend [data-kind="dataset"] .count').textContent()).toMatch(/^0 of/);
  // keep
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('s');
  await tabTo('dialog .act:nth-of-type(2)');
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  expect(download.suggestedFilename()).toBe('claimgraph.svg');
  await press('Escape');
  await expect.poll(() => page.locator('dialog').count()).toBe(0);
  expect(complaints).toEqual([]);
});
