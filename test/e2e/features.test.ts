import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { loadGraph, saveGraph } from '../../src/graph.ts';
import { PAPER, seeds } from './seeds.ts';

const site = seeds();

const heading = (page: Page) => page.locator('#details h2');
const lit = async (page: Page): Promise<number> => Number(await page.locator('canvas.sigma-lights').getAttribute('data-lit'));
const toolbar = (page: Page, name: string) => page.locator('#tools').getByText(name, { exact: true });
const textOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

test('the table lists what passes, sorts, shares what is selected, and saves as CSV', async () => {
  const { page, complaints } = await site.open();
  await toolbar(page, 'Table').click();
  const rows = page.locator('#table tbody tr[data-id]');
  expect(await page.locator('#table table').getAttribute('aria-rowcount')).toBe('42');
  expect(await rows.count()).toBeLessThan(41);
  const title = page.locator('#table thead button', { hasText: 'title' });
  await title.click();
  const first = await rows.first().locator('th').textContent();
  await title.click();
  const last = await rows.first().locator('th').textContent();
  expect([first, last].map((one) => one!.toLowerCase()).sort()).toEqual([first!.toLowerCase(), last!.toLowerCase()]);

  await rows.nth(2).locator('td').first().click();
  const chosen = (await rows.nth(2).locator('th').textContent())!;
  await expect.poll(() => heading(page).textContent()).toBe(chosen);
  expect(await page.locator('#table tr.selected th').textContent()).toBe(chosen);
  await page.evaluate((paper) => (location.hash = `at=${paper}&table=papers`), PAPER);
  await expect.poll(() => page.locator('#table tr.selected th').textContent()).toMatch(/^Once-for-All/);

  await page.locator('#table .tab', { hasText: 'results' }).click();
  expect(page.url()).toContain('table=results');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#table .act').click()]);
  const csv = String(await textOf(download)).split('\r\n');
  expect(csv[0]).toBe('"id","value","metric","baseline","dataset","hardware","paper","sentence"');
  expect(csv).toHaveLength(1 + Number(await page.locator('#table table').getAttribute('aria-rowcount')));
  expect(complaints).toEqual([]);
});

test('a question is asked in a panel, its answer lit on the map and kept in the address; its items open and lead back', async () => {
  const { page, complaints } = await site.open();
  await toolbar(page, 'Ask').click();
  await page.locator('#question').selectOption('related');
  await page.locator('.ask form[data-query=related]').waitFor();
  await page.locator('#ask-paper').fill('Once-for-All');
  await page.locator('.ask button[type=submit]').click();
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(3);
  await expect.poll(() => lit(page)).toBeGreaterThan(3);
  expect(page.url()).toContain('ask=related&ask.paper=Once-for-All');
  await page.reload();
  await page.waitForSelector('#stage[data-ready]');
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(3);

  const item = page.locator('.answer li button.node').first();
  const name = await item.textContent();
  await item.click();
  await expect.poll(() => heading(page).textContent()).toBe(name);
  await page.locator('#details .back').click();
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(3);
  await page.locator('#ask-paper').fill('no such paper at all');
  await page.locator('.ask button[type=submit]').click();
  await expect.poll(() => page.locator('.answer').textContent()).toMatch(/no such paper/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await expect.poll(() => lit(page)).toBe(0);

  await page.evaluate((paper) => (location.hash = `at=${paper}`), PAPER);
  await page.locator('#details .acts button', { hasText: 'results' }).click();
  await expect.poll(() => page.locator('.answer').textContent()).toMatch(/ImageNet/);
  expect(complaints).toEqual([]);
});

test('the search box knows questions: with what they are about, by keyboard', async () => {
  const { page, complaints } = await site.open();
  await page.keyboard.press('/');
  await page.keyboard.type('path from Once-for-All to ImageNet');
  const options = page.locator('#suggestions li');
  await expect.poll(() => options.first().textContent()).toBe('?path: Once-for-All – ImageNetquestion');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.answer li').count()).toBeGreaterThan(0);
  await expect.poll(() => lit(page)).toBeGreaterThan(1);
  expect(page.url()).toContain('ask=path&ask.from=Once-for-All&ask.to=ImageNet');
  await page.keyboard.press('Escape');
  await page.locator('#details').waitFor({ state: 'hidden' });
  await page.locator('#search').blur();
  await page.locator('#search').fill('contradict');
  await options.filter({ hasText: 'disagreements' }).click();
  await expect.poll(() => page.locator('#question').inputValue()).toBe('disagreements');
  expect(complaints).toEqual([]);
});

test('a click on a link shows every sentence it rests on', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}`);
  const stage = page.locator('#stage');
  const [x, y] = (await stage.getAttribute('data-selected-at'))!.split(',').map(Number) as [number, number];
  for (let turn = 0; turn < 36 && !/ \w+ /.test(decodeURIComponent(page.url().replaceAll('+', ' '))); turn++) {
    const angle = (turn * Math.PI) / 18;
    await page.mouse.click(x + 42 * Math.cos(angle), y + 42 * Math.sin(angle));
    await page.waitForTimeout(310); // two clicks at once would be a double one
    const chosen = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('at') ?? '';
    if (chosen !== PAPER && !chosen.includes(' ')) await page.evaluate((paper) => (location.hash = `at=${paper}`), PAPER);
  }
  expect(await page.locator('#details .kind').first().textContent()).toBe('link');
  expect(await page.locator('#details q mark, #details .why, #details .chips').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('a view is kept as a link, a picture with its legend, and data', async () => {
  const { page, complaints } = await site.open(`#at=${PAPER}&least=1`);
  await page.keyboard.press('s');
  expect(await page.locator('dialog input').first().inputValue()).toBe(page.url());
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .act', { hasText: name }).click()]);
    return textOf(download);
  };
  const svg = String(await saved('SVG'));
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
  expect(
    await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg),
  ).toBe(true);
  for (const text of ['41 papers', 'techniques', 'Once-for-All']) expect(svg).toContain(text);
  expect((svg.match(/<use /g) ?? []).length).toBeGreaterThan(41); // what is near the paper, and the legend
  const png = await saved('PNG');
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(3000);
  await page.locator('#format').selectOption({ index: 0 });
  const { nodes } = JSON.parse(String(await saved('save'))) as { nodes: unknown[] };
  expect(nodes).toHaveLength(Number(await page.locator('#stage').getAttribute('data-nodes')));
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('dialog').count()).toBe(0);
  expect(complaints).toEqual([]);
});

const PAPERS = [1, 2, 3].map((n) => JSON.stringify({ id: `2401.0000${n}`, title: `Thin${n}Net: pruning <b>fast</b>`, abstract: `We propose Thin${n}Net, a structured pruning method. On ImageNet it reaches ${70 + n}.5% top-1 accuracy, outperforming ResNet-50.` })).join('\n'); // prettier-ignore

test('papers chosen from the disk are read, extracted and shown without leaving the page; so is a saved graph; nonsense is refused', async () => {
  const { page, complaints } = await site.open();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const open = async (name: string, text: string | Buffer) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), toolbar(page, 'Open').click()]);
    await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  await open('nonsense.bin', '\u0001\u0002 nothing');
  await expect.poll(() => page.locator('#reading').textContent(), { timeout: 20_000 }).toMatch(/No paper was found.*nonsense\.bin/);
  await page.locator('#reading .act').click();
  expect(await page.locator('#stage').getAttribute('data-papers')).toBe('41');

  await open('papers.jsonl', PAPERS);
  await expect.poll(() => page.locator('#stage').getAttribute('data-papers'), { timeout: 30_000 }).toBe('3');
  await page.locator('#search').fill('thin2');
  await page.locator('#suggestions li', { hasText: 'Thin2Net: pruning' }).first().click();
  await expect.poll(() => page.locator('#details').textContent()).toMatch(/72\.5%/);
  expect(asked.filter((one) => !/^GET \/(assets\/[\w.-]+)$/.test(one))).toEqual([]);

  await page.keyboard.press('s');
  await page.locator('#format').selectOption({ index: 0 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .act', { hasText: 'save' }).click()]);
  const graph = await textOf(download);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.waitForSelector('#stage[data-ready]');
  await open('graph.json', graph);
  await page.locator('#reading button', { hasText: 'open it' }).click();
  await expect.poll(() => page.locator('#stage').getAttribute('data-papers')).toBe('3');
  expect(complaints).toEqual([]);
});

test('what is drawn around is a selection: its figures side by side, sorted by a click; Esc lets go of it', async () => {
  const { page, complaints } = await site.open();
  await page.keyboard.down('Shift');
  await page.mouse.move(330, 20);
  await page.mouse.down();
  for (const [x, y] of [[1240, 20], [1240, 640], [330, 640]] as const) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => heading(page).textContent()).toMatch(/^\d+ papers$/);
  await expect.poll(() => lit(page)).toBeGreaterThan(30);
  const board = page.locator('#details table').first();
  const values = () => board.locator('tbody th').allTextContents();
  const before = await values();
  expect(before.length).toBeGreaterThan(1);
  const head = board.locator('th[aria-sort]', { hasText: 'paper' });
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const papers = await board.locator('tbody td:nth-child(2)').allTextContents();
  expect(papers).toEqual([...papers].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await board.locator('tbody th button').first().click();
  await expect.poll(() => page.locator('#details .kind').first().textContent()).toBe('result');
  await page.locator('#details .back').click();
  await expect.poll(() => heading(page).textContent()).toMatch(/^\d+ papers$/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  await expect.poll(() => lit(page)).toBe(0);
  // Armed by its button, a slip of the hand is no selection.
  await page.keyboard.press('l');
  expect(await page.locator('#stage').getAttribute('class')).toContain('lasso');
  await page.mouse.move(700, 300);
  await page.mouse.down();
  await page.mouse.move(702, 300);
  await page.mouse.up();
  expect(await page.locator('#stage').getAttribute('class')).not.toContain('lasso');
  expect(await page.locator('#details').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
}); // prettier-ignore

test('a second graph tells what is new since it: counted, listed and lit', async () => {
  const { page, complaints } = await site.open();
  const older = loadGraph(await (await fetch(`${site.address}graph.json`)).text());
  const before = older.filterNodes((_id, { kind }) => kind === 'paper').length;
  for (const id of older.filterOutNeighbors(PAPER, (_id, { kind }) => kind === 'result')) older.dropNode(id);
  older.dropNode(PAPER);
  for (const key of older.filterEdges((_key, { evidence }) => evidence.some(({ paper }) => paper === PAPER))) older.dropEdge(key);
  older.updateAttribute('communities', (communities = []) => communities.slice(1));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), toolbar(page, 'Open').click()]);
  await chooser.setFiles({ name: 'last-week.json', mimeType: 'text/plain', buffer: Buffer.from([...saveGraph(older)].join('')) });
  await page.locator('#reading button', { hasText: 'what is new since it' }).click();
  await expect.poll(() => heading(page).textContent()).toBe('What is new');
  expect(await page.locator('#details .facts').first().textContent()).toBe('since last-week.json');
  expect(await page.locator('.totals tr', { hasText: 'papers' }).locator('td').allTextContents()).toEqual([`${before - 1}`, `${before}`]);
  await expect.poll(() => lit(page)).toBeGreaterThan(0);
  const added = page.locator('#details section', { hasText: 'New papers (1)' }).locator('button.node');
  expect(await added.textContent()).toMatch(/^Once-for-All/);
  await added.click();
  await expect.poll(() => heading(page).textContent()).toMatch(/^Once-for-All/);
  await page.locator('#details .back').click();
  await expect.poll(() => heading(page).textContent()).toBe('What is new');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#details').isVisible()).toBe(false);
  expect(await page.locator('#stage').getAttribute('data-papers')).toBe(`${before}`); // the graph is still the one it was
  expect(complaints).toEqual([]);
});

test('by dates and by what papers are linked with: counts follow, and all filters combine', async () => {
  const { page, complaints } = await site.open();
  const papers = async () => Number(await page.locator('#stage').getAttribute('data-papers'));
  const from = page.locator('#date-from');
  const first = Number(await from.inputValue());
  for (const months of [20, 40]) await from.fill(String(first + months));
  const later = await papers();
  expect(later).toBeLessThan(41);
  expect(later).toBeGreaterThan(0);
  expect(await page.locator('.dates output').textContent()).toMatch(/\d{4} – /);
  await page.locator('#more-filters summary').click();
  await page.locator('#with-metric').selectOption({ index: 1 });
  const fewer = await papers();
  expect(fewer).toBeLessThan(later);
  expect(new URL(page.url()).hash).toMatch(/with=metric:.*&from=\d+/);
  await page.keyboard.press('Escape');
  await page.locator('.undo').click();
  expect(await papers()).toBe(later);
  await page.locator('.undo').click();
  expect(await papers()).toBe(41); // the steps of one slider are one step back
  await page.locator('.play').click();
  await expect.poll(papers).toBeLessThan(10);
  await page.locator('.play').click();
  expect(complaints).toEqual([]);
});

test('what size tells, and how sure a name must be, is chosen, counted, kept in the address and undone', async () => {
  const { page, complaints } = await site.open();
  const picture = async () => (await page.screenshot()).toString('base64');
  const frames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const before = await picture();
  await page.locator('#size-by').selectOption('betweenness');
  expect(new URL(page.url()).hash).toBe('#size=betweenness');
  await frames();
  expect((await picture()) === before).toBe(false);
  await page.reload();
  await page.waitForSelector('#stage[data-ready]');
  expect(await page.locator('#size-by').inputValue()).toBe('betweenness');
  await page.locator('#size-by').selectOption('same');
  await page.locator('.undo').click();
  expect(await page.locator('#size-by').inputValue()).toBe('betweenness');

  const techniques = () => page.locator('#legend [data-kind=technique] .count').textContent();
  const all = await techniques();
  await page.locator('#more-filters summary').click();
  await page.locator('#sure').fill('95');
  expect(new URL(page.url()).hash).toContain('sure=95');
  expect(Number.parseInt((await techniques())!)).toBeLessThan(Number.parseInt(all!));
  expect(await page.locator('#more-filters').textContent()).toContain('95% or more');
  await page.locator('.undo').click();
  expect(await techniques()).toBe(all);
  expect(complaints).toEqual([]);
});
