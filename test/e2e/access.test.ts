import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PAPER, seeds } from './seeds.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = seeds();

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
  await page.evaluate(() => (location.hash = ''));
  await page.keyboard.press('l');
  await page.mouse.move(330, 20);
  await page.mouse.down();
  for (const [x, y] of [[1240, 20], [1240, 640], [330, 640]] as const) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
  await page.locator('#details .kind', { hasText: 'selection' }).waitFor();
  expect(await violations(page)).toEqual([]);
}); // prettier-ignore

test('the positive control: axe does see a button without a name', async () => {
  const { page } = await site.open('', { prepare: (page) => page.addInitScript(AXE) });
  await page.evaluate(() => document.getElementById('chrome')!.append(document.createElement('button')));
  expect((await violations(page)).join()).toMatch(/button-name/);
});

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const heading = (page: Page) => page.locator('#details h2').textContent();
/** Goes on by Tab until the focus is on such an element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 160; i++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}
/** Finds by name, and opens it: by keyboard alone. */
async function find(page: Page, text: string, name: RegExp): Promise<void> {
  await press(page, '/');
  await page.keyboard.type(text);
  await expect.poll(() => page.locator('#suggestions li').first().textContent()).toMatch(name);
  await press(page, 'Enter');
  await expect.poll(() => heading(page)).toMatch(name);
}

test('find by keyboard alone: by name, among suggestions, by filter, in the table, from neighbour to neighbour', async () => {
  const { page, complaints } = await site.open();
  await find(page, 'once-for-all', /^once-for-all/i);
  // Away from the panel, which they scroll, the arrows walk the map from what was opened.
  await tabTo(page, '#tools button');
  const before = await heading(page);
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
    await press(page, key);
    if ((await heading(page)) !== before) break;
  }
  expect(await heading(page)).not.toBe(before);
  await press(page, 'Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await tabTo(page, '#legend [data-kind="dataset"] input');
  await press(page, 'Space');
  expect(await page.locator('#legend [data-kind="dataset"] .count').textContent()).toMatch(/^0 of/);
  await press(page, 'Control+z');
  expect(await page.locator('#legend [data-kind="dataset"] .count').textContent()).not.toMatch(/^0 of/);
  await tabTo(page, '#tools button');
  await press(page, 't', 'ArrowDown', 'ArrowDown');
  const row = await page.evaluate(() => document.activeElement?.textContent);
  expect(row).toBe(await page.locator('#table tbody tr[data-id] th').nth(2).textContent());
  await press(page, 'Enter');
  await expect.poll(() => heading(page)).toBe(row);
  expect(complaints).toEqual([]);
});

test('read by keyboard alone: a mark in the text opens what it names, a list its sentences, results sort', async () => {
  const { page, complaints } = await site.open();
  await find(page, 'once-for-all train', /^Once-for-All/);
  await page.locator('#details thead button').first().waitFor();
  await tabTo(page, '#details thead button');
  await press(page, 'Enter');
  expect(await page.locator('#details th[aria-sort]').first().getAttribute('aria-sort')).toBe('ascending');
  await tabTo(page, '#details button.said');
  await press(page, 'Enter');
  expect(await page.locator('#details .place q mark').count()).toBeGreaterThan(0);
  await find(page, 'once-for-all train', /^Once-for-All/);
  await tabTo(page, '#details mark');
  const named = await page.evaluate(() => document.activeElement?.getAttribute('title'));
  await press(page, 'Enter');
  await expect.poll(() => heading(page)).toBe(named!.replace(/^\w+: /, ''));
  await expect.poll(() => page.locator('#details q mark').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('ask by keyboard alone: a question of the form, its answer, one of its items and back', async () => {
  const { page, complaints } = await site.open();
  await press(page, 'a');
  await page.locator('#ask-metric').waitFor();
  await tabTo(page, '#ask-metric');
  await page.keyboard.type('FLOPs');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask-metric');
  await tabTo(page, '.answer button.node');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('#details .kind').first().textContent()).not.toBe('question');
  await tabTo(page, '#details .back');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.querySelector('#details')!.contains(document.activeElement))).toBe(true);
  expect(complaints).toEqual([]);
});

test('keep by keyboard alone: the address, a picture, data', async () => {
  const { page, complaints } = await site.open();
  await find(page, 'ImageNet', /^ImageNet/);
  await tabTo(page, '#tools button');
  await press(page, 's');
  expect(await page.locator('dialog input').first().inputValue()).toContain('at=dataset:imagenet');
  for (const [selector, file] of [['dialog .act:nth-of-type(2)', 'claimgraph.svg'], ['dialog #format', /^claimgraph\./]] as const) {
    await tabTo(page, selector);
    if (selector.includes('format')) await press(page, 'Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
    expect(download.suggestedFilename()).toMatch(file);
  }
  await press(page, 'Escape');
  await expect.poll(() => page.locator('dialog').count()).toBe(0);
  expect(complaints).toEqual([]);
}); // prettier-ignore

test('targets for fingers are 44 pixels, but for names within a sentence', async () => {
  const { page } = await site.open('', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, summary, [role=option]')]
        .map((one) => (one.matches('input[type=checkbox]') ? (one.closest('label') ?? one) : one))
        .filter((one) => one.getBoundingClientRect().width > 0 && !one.closest('[aria-hidden=true]'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => Math.round(width) < 44 || Math.round(height) < 44)
        .map(({ one, box }) => `${one.outerHTML.slice(0, 80)}: ${Math.round(box.width)} by ${Math.round(box.height)}`),
    );
  expect(await small()).toEqual([]);
  await page.locator('.open-legend').click();
  await page.locator('#more-filters summary').click();
  expect(await small()).toEqual([]);
  for (const hash of [`at=${PAPER}`, 'table=results', 'ask=results', 'at=dataset:imagenet']) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.locator(hash.startsWith('table') ? '#table tbody th' : hash.startsWith('ask') ? '.answer li' : '#details h2').first().waitFor();
    expect(await small()).toEqual([]);
  }
}); // prettier-ignore
