/** Other ways in than a mouse and a whole page: fingers, keys, files let fall, the map within another page, the questions by their form. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PAPER, seeds } from './seeds.ts';

const site = seeds();

const heading = (page: Page) => page.locator('#details h2').textContent();
const lit = async (page: Page): Promise<number> => Number(await page.locator('canvas.sigma-lights').getAttribute('data-lit'));

test('a finger opens what it touches', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const [x, y] = (await page.locator('#stage').getAttribute('data-selected-at'))!.split(',').map(Number) as [number, number];
  await page.locator('#details .close').tap();
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await page.touchscreen.tap(x, y);
  await expect.poll(() => heading(page)).toMatch(/^Once-for-All/);
  expect(page.url()).toContain(PAPER);
  expect(complaints).toEqual([]);
});

test('what is one link further is lit by a key and by a button, and is part of the address', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`);
  await expect.poll(() => lit(page)).toBeGreaterThan(1);
  const near = await lit(page);
  await page.keyboard.press('d');
  await expect.poll(() => lit(page)).toBeGreaterThan(near);
  expect(page.url()).toContain('depth=2');
  await page.locator('#details .acts button', { hasText: 'further' }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain('depth=3');
  expect(complaints).toEqual([]);
});

test('papers let fall on the page are read and shown', async () => {
  const { page, complaints } = await site.open();
  const paper = { id: '2401.00001', title: 'FallNet: pruning', abstract: 'We propose FallNet, a pruning method. On ImageNet it reaches 71.5% top-1 accuracy.' }; // prettier-ignore
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'papers.jsonl'));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(paper)); // prettier-ignore
  await expect.poll(() => page.locator('#stage').getAttribute('data-papers'), { timeout: 30_000 }).toBe('1');
  expect(complaints).toEqual([]);
});

test('within another page there is the map without its legend, of the same view', async () => {
  const { page, complaints } = await site.open(`?embed#size=same&without=community:none`);
  expect(await page.locator('#stage').getAttribute('data-papers')).toBe('41');
  for (const id of ['legend', 'search', 'hint']) expect(await page.locator(`#${id}`).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

const NAMED = [
  ['compare', { a: 'MobileNetV3', b: 'EfficientNet' }, /Once-for-All/],
  ['leaderboard', { metric: 'accuracy', dataset: 'ImageNet' }, /82\.71%/],
  ['lineage', { technique: 'MobileNetV3' }, /MobileNetV3.Large/],
  ['disagreements', {}, /contradict/],
  ['timeline', {}, /pruning/],
] as const;

test.each(NAMED)('%s is asked by its form; what the answer names is lit', async (query, params, says) => {
  const { page, complaints } = await site.open();
  await page.keyboard.press('a');
  await page.locator('#question').selectOption(query);
  await page.locator(`.ask form[data-query=${query}]`).waitFor();
  for (const [name, value] of Object.entries(params)) await page.locator(`#ask-${name}`).fill(value);
  await page.locator('.ask button[type=submit]').click();
  await expect.poll(() => page.locator('.answer').textContent()).toMatch(says);
  if (query !== 'disagreements') await expect.poll(() => lit(page)).toBeGreaterThan(1);
  expect(page.url()).toContain(`ask=${query}`);
  expect(complaints).toEqual([]);
});
