import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PAPER, seeds } from './seeds.ts';

const site = seeds();

const toolbar = (page: Page, name: string) => page.locator('#tools').getByText(name, { exact: true });

const place = (page: Page) => page.locator('#stage').getAttribute('data-selected-at');

/** How long nothing has moved on a page at rest: a machine without a graphics card may pause for a second or two between two pictures. */
const REST = { reads: 6, interval: 500 };

/** Where it stands once nothing has moved for a while. */
async function restingPlace(page: Page): Promise<string | null> {
  let [last, same]: [string | null, number] = [null, 0];
  const reads = async (): Promise<number> => {
    const now = await place(page);
    [last, same] = [now, now === last ? same + 1 : 0];
    return same;
  };
  await expect.poll(reads, { interval: REST.interval, timeout: 30_000 }).toBeGreaterThanOrEqual(REST.reads);
  return last;
}

/** How often what is selected has moved on the stage while nodes were being placed, since this was asked first. */
const movesOf = (page: Page) =>
  page.evaluate(() => {
    const stage = document.getElementById('stage')!;
    if (!stage.dataset['moves']) {
      stage.dataset['moves'] = '0';
      let last = stage.dataset['selectedAt'];
      new MutationObserver(() => {
        const moved = stage.dataset['selectedAt'] !== last;
        last = stage.dataset['selectedAt'];
        if (moved && document.querySelector('#tools')!.textContent.includes('Stop'))
          stage.dataset['moves'] = String(Number(stage.dataset['moves']) + 1);
      }).observe(stage, { attributes: true, attributeFilter: ['data-selected-at'] });
    }
    return Number(stage.dataset['moves']);
  });

/** A page at rest whose nodes have then been placed anew, with the complaints met, and where the selected node stood before. */
async function arranged(options: Parameters<typeof site.open>[1] = {}) {
  const { page, complaints } = await site.open(`#at=${PAPER}`, options);
  await page.locator('#details .abstract').waitFor();
  await page.keyboard.press('0');
  const built = await restingPlace(page);
  await movesOf(page);
  await toolbar(page, 'Arrange').click();
  await toolbar(page, 'Put back').waitFor();
  return { page, complaints, built };
}

test('what is shown is arranged anew while one looks on, stops when told, and goes back; another filter puts it back too', async () => {
  const { page, complaints, built } = await arranged({ reducedMotion: 'no-preference' });
  expect(await movesOf(page)).toBeGreaterThan(5);
  expect(await page.locator('#status').textContent()).toMatch(/arranged anew/);
  expect(await place(page)).not.toBe(built);
  await toolbar(page, 'Put back').click();
  await expect.poll(() => place(page), { timeout: 15_000 }).toBe(built);

  await page.keyboard.press('r');
  await toolbar(page, 'Stop').click();
  await toolbar(page, 'Put back').waitFor();
  await page.locator('#legend [data-kind=metric] input').click();
  await toolbar(page, 'Arrange').waitFor();
  expect(complaints).toEqual([]);
});

test('where motion is reduced, the arrangement is shown once it is done', async () => {
  const { page, complaints, built } = await arranged(); // motion is reduced in all tests, unless they say otherwise
  await expect.poll(() => place(page), { timeout: 15_000 }).not.toBe(built);
  expect(await movesOf(page)).toBe(0);
  expect(complaints).toEqual([]);
});
