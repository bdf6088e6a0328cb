import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PAPER, seeds } from './seeds.ts';

const site = seeds();

const toolbar = (page: Page, name: string) => page.locator('#tools').getByText(name, { exact: true });

/** How often what is selected has moved on the stage since this was asked first. */
const movesOf = (page: Page) =>
  page.evaluate(() => {
    const stage = document.getElementById('stage')!;
    if (!stage.dataset['moves']) {
      stage.dataset['moves'] = '0';
      let last = stage.dataset['selectedAt'];
      new MutationObserver(() => {
        if (stage.dataset['selectedAt'] !== last) stage.dataset['moves'] = String(Number(stage.dataset['moves']) + 1);
        last = stage.dataset['selectedAt'];
      }).observe(stage, { attributes: true, attributeFilter: ['data-selected-at'] });
    }
    return Number(stage.dataset['moves']);
  });

test('what is shown is arranged anew while one looks on, stops when told, and goes back; another filter puts it back too', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`, { reducedMotion: 'no-preference' });
  const place = () => page.locator('#stage').getAttribute('data-selected-at');
  await page.locator('#details .abstract').waitFor();
  await page.keyboard.press('0');
  await page.waitForTimeout(700); // the camera comes to rest
  const built = await place();
  await movesOf(page);
  await toolbar(page, 'Arrange').click();
  await toolbar(page, 'Put back').waitFor();
  expect(await movesOf(page)).toBeGreaterThan(5);
  expect(await page.locator('#status').textContent()).toMatch(/arranged anew/);
  expect(await place()).not.toBe(built);
  await toolbar(page, 'Put back').click();
  await expect.poll(place).toBe(built);

  await page.keyboard.press('r');
  await toolbar(page, 'Stop').click();
  await toolbar(page, 'Put back').waitFor();
  await page.locator('#legend [data-kind=metric] input').click();
  await toolbar(page, 'Arrange').waitFor();
  expect(complaints).toEqual([]);
});

test('where motion is reduced, the arrangement is shown once it is done', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`); // motion is reduced in all tests, unless they say otherwise
  await page.locator('#details .abstract').waitFor();
  await page.keyboard.press('0');
  await page.waitForTimeout(300); // the camera comes to rest
  await movesOf(page);
  await toolbar(page, 'Arrange').click();
  await toolbar(page, 'Put back').waitFor();
  await page.waitForTimeout(300);
  expect(await movesOf(page)).toBeLessThan(3); // the nodes', and the camera's
  expect(complaints).toEqual([]);
});
