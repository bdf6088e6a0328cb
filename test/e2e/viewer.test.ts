import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PAPER, seeds } from './seeds.ts';

const site = seeds();

const drawn = async (page: Page, what: 'papers' | 'nodes'): Promise<number> =>
  Number(await page.locator('#stage').getAttribute(`data-${what}`));
const heading = (page: Page) => page.locator('#details h2');
const row = (page: Page, kind: string) => page.locator(`#legend [data-kind="${kind}"] input`);

test('it loads under a strict policy and draws the 41 papers', async () => {
  const { page, complaints } = await site.open();
  expect(await drawn(page, 'papers')).toBe(41);
  expect(await page.locator('#hint').textContent()).toMatch(/^41 papers and the things they share/);
  const { headers } = await page.evaluate(async () => ({ headers: Object.fromEntries((await fetch('./')).headers) }));
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
  expect(headers['content-security-policy']).not.toContain('unsafe');
  // Something is painted: nodes and regions leave many colours.
  const colours = await page.locator('#stage canvas.sigma-regions').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data[i * 4]! * 65536 + data[i * 4 + 1]! * 256 + data[i * 4 + 2]!))
      .size;
  });
  expect(colours).toBeGreaterThan(4);
  expect(Number(await page.locator('#stage canvas.sigma-names').getAttribute('data-labels'))).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});

test('search by keyboard opens a panel with marked sentences; the address keeps it, the back button leaves it', async () => {
  const { page, complaints } = await site.open();
  await page.keyboard.press('/');
  await page.keyboard.type('knowlege distilation');
  await expect.poll(() => page.locator('#suggestions li').first().textContent()).toContain('knowledge distillation');
  await page.locator('#search').fill('knowledge distillation');
  const first = page.locator('#suggestions li').first();
  await expect.poll(() => first.textContent()).toMatch(/^knowledge distillation/);
  expect(await page.locator('.popup .summary').textContent()).toMatch(/\d+ techniques? · \d+ papers?/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await first.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');

  await expect.poll(() => heading(page).textContent()).toBe('knowledge distillation');
  await page.locator('#details .body:not([aria-busy])').waitFor();
  const quotes = await page
    .locator('#details q')
    .evaluateAll((all) => all.map((q) => [q.textContent, q.querySelector('mark')?.textContent]));
  expect(quotes.length).toBeGreaterThan(1);
  for (const [sentence, mark] of quotes) {
    expect(mark).toMatch(/^(knowledge distillation|kd)$/i);
    expect(sentence!.length).toBeGreaterThan(mark!.length);
  }
  expect(page.url()).toContain('at=technique:knowledge-distillation');

  await page.reload();
  await page.waitForSelector('#stage[data-ready]');
  expect(await heading(page).textContent()).toBe('knowledge distillation');
  expect(await page.locator('#search').inputValue()).toBe('knowledge distillation');
  await page.goBack();
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await page.goForward();
  await expect.poll(() => heading(page).textContent()).toBe('knowledge distillation');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('a paper: its abstract marked, its results with their sentence, its neighbours a click away', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`);
  expect(await heading(page).textContent()).toMatch(/^Once-for-All/);
  expect(await page.title()).toMatch(/^Once-for-All.* · claimgraph$/);
  const abstract = await page.locator('.abstract').textContent();
  expect(abstract).toMatch(/^We address the challenging problem of efficient inference/);
  expect(await page.locator('.abstract mark').count()).toBeGreaterThan(10);
  const table = await page.locator('#details table').textContent();
  expect(table).toMatch(/80\.0%.*ImageNet/s);
  await page.locator('#details .body:not([aria-busy])').waitFor();
  expect(await page.locator('#details tr.said mark[data-kind="result"]').allTextContents()).toContain('80.0%');
  const [link] = await page.locator('#details a.out').all();
  expect([await link!.getAttribute('href'), await link!.getAttribute('rel')]).toEqual([
    expect.stringMatching(/^https:\/\//),
    expect.stringContaining('noopener'),
  ]);
  await page.locator('#details section', { hasText: 'Related papers' }).locator('button.node').first().waitFor();

  await page.locator('#details button.said').first().click();
  expect(await page.locator('#details .place q mark').count()).toBeGreaterThan(0);
  const mark = page.locator('.abstract mark[data-kind="dataset"]', { hasText: 'ImageNet' }).first();
  await mark.click();
  await expect.poll(() => heading(page).textContent()).toBe('ImageNet');
  expect(complaints).toEqual([]);
});

test('pointing lights a node up, clicking opens it, clicking the ground closes it', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`);
  const stage = page.locator('#stage');
  const [x, y] = (await stage.getAttribute('data-selected-at'))!.split(',').map(Number) as [number, number];
  await page.locator('#details .close').click();
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await page.mouse.move(x + 2, y + 1);
  await expect.poll(() => stage.getAttribute('data-hovered')).toBe(PAPER);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => heading(page).textContent()).toMatch(/^Once-for-All/);
  // Where the ground is depends on the layout: a click on a line opens it, the next may meet the ground.
  for (const [x, y] of [
    [640, 712],
    [420, 80],
    [770, 80],
    [420, 560],
    [770, 560],
    [420, 320],
    [770, 320],
  ] as const) {
    await page.waitForTimeout(400); // a second click at once would be a double one
    await page.mouse.click(x, y);
    await page.waitForTimeout(200);
    if (!(await page.locator('#details').isVisible())) break;
  }
  expect(await page.locator('#details').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('what is chosen where the panel opens is moved out from under it, no closer and no further', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`);
  const stage = page.locator('#stage');
  const place = async () => (await stage.getAttribute('data-selected-at'))!.split(',').map(Number) as [number, number];
  const ratio = () => Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view')?.split(',')[2]);
  const [x, y] = await place();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(1100, y, { steps: 10 });
  await page.waitForTimeout(200); // a hand at rest throws nothing
  await page.mouse.up();
  await expect.poll(ratio).toBeGreaterThan(0);
  const before = ratio();
  const over = async () => (await stage.getAttribute('data-hovered')) === PAPER;
  for (let right = 1240; right > 900 && !(await over()); right -= 4) await page.mouse.move(right, y); // the map may have gone on a little
  expect(await over()).toBe(true);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => page.locator('#details').isVisible()).toBe(true);
  await expect.poll(async () => (await place())[0]).toBeLessThan((await page.locator('#details').boundingBox())!.x);
  expect(ratio()).toBe(before);
  expect(complaints).toEqual([]);
});

test('kinds and communities filter, together, with counts; the address keeps them; reset undoes them', async () => {
  const { page, complaints } = await site.open();
  const all = await drawn(page, 'nodes');
  await row(page, 'technique').uncheck();
  const less = await drawn(page, 'nodes');
  expect(less).toBeLessThan(all);
  expect(await page.locator('#legend [data-kind="technique"] .count').textContent()).toMatch(/^0 of \d+$/);
  expect(await drawn(page, 'papers')).toBe(41);

  const community = page.locator('#legend [data-community]').first();
  const size = Number(await community.locator('.count').textContent());
  await community.locator('input').uncheck();
  expect(await drawn(page, 'papers')).toBe(41 - size);
  await page.locator('#least').fill('1');
  expect(await drawn(page, 'nodes')).toBeGreaterThan(less - size);
  expect(new URL(page.url()).hash).toMatch(/hide=technique,result&without=community:.*&least=1/);

  await page.goBack();
  await expect.poll(() => page.locator('#least').inputValue()).toBe('2');
  expect(await drawn(page, 'papers')).toBe(41 - size);
  await page.locator('.reset').click();
  expect([await drawn(page, 'papers'), await drawn(page, 'nodes')]).toEqual([41, all]);
  await page.keyboard.press('Control+z');
  expect(await drawn(page, 'papers')).toBe(41 - size);
  await page.locator('.redo').click();
  expect([await drawn(page, 'papers'), await drawn(page, 'nodes')]).toEqual([41, all]);

  await row(page, 'result').check();
  expect(await drawn(page, 'nodes')).toBeGreaterThan(all);
  await community.locator('button.name').click();
  await expect.poll(() => page.locator('#details .kind').textContent()).toBe('community');
  await page.locator('#details .body:not([aria-busy])').waitFor();
  expect(await page.locator('#details section', { hasText: 'Papers' }).locator('button.node').count()).toBeGreaterThanOrEqual(size);
  expect(complaints).toEqual([]);
});

test('the map moves by wheel and by button, and the address follows', async () => {
  const { page, complaints } = await site.open();
  await page.locator('#tools button', { hasText: '+' }).click();
  await expect.poll(() => page.url()).toMatch(/view=[-\d.]+,[-\d.]+,[\d.]+/);
  const near = Number(/view=[^,]+,[^,]+,([\d.]+)/.exec(page.url())![1]);
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => Number(/view=[^,]+,[^,]+,([\d.]+)/.exec(page.url())?.[1])).toBeGreaterThan(near);
  await page.keyboard.press('0');
  await expect.poll(() => page.url()).toBe(site.address);
  expect(complaints).toEqual([]);
});

test('a phone in the dark: nothing overflows, the legend opens, the theme is remembered', async () => {
  const { page, complaints } = await site.open('', { viewport: { width: 375, height: 812 }, colorScheme: 'dark', hasTouch: true });
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(await page.locator('#legend').isVisible()).toBe(false);
  await page.locator('.open-legend').click();
  expect(await page.locator('#legend').isVisible()).toBe(true);
  await page.locator('.theme').click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  await page.reload();
  await page.waitForSelector('#stage[data-ready]');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  expect(complaints).toEqual([]);
});

test.each([
  [404, 'Not found', /no graph here/],
  [200, '{"nodes":', /cannot be read/],
])('an answer of %s with %j in place of a graph is a message with a command', async (status, body, title) => {
  const { page } = await site.open('', {
    prepare: (page) => page.route('**/graph.{json,outline}', (route) => route.fulfill({ status, body })),
  });
  expect(await page.locator('#message h1').textContent()).toMatch(title);
  expect(await page.locator('#message code').textContent()).toMatch(/^npx claimgraph build/);
});
