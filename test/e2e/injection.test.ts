import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { KnowledgeGraph } from '../../src/graph.ts';
import { paperId, smallGraph } from '../helpers/graph.ts';
import { openBrowser } from './browser.ts';
import { serveGraph } from './site.ts';

const PAYLOADS = [
  '<script>window.ran(0)</script>',
  '<img src=x onerror="window.ran(1)">',
  '<svg onload="window.ran(2)"></svg>',
  '"><img src=x onerror=window.ran(3)>',
  '</script><img src=x onerror=window.ran(4)>',
  '<iframe srcdoc="<img src=x onerror=parent.ran(5)>"></iframe>',
  '<details open ontoggle=window.ran(6)>x</details>',
  '<input autofocus onfocus=window.ran(7)>',
  '<video><source onerror=window.ran(8)></video>',
  '<a id=x href="javascript:window.ran(9)">x</a>',
];
/** Without blanks, as ids are. */
const ID = 'paper:"><img/src=x/onerror=window.ran(20)><svg/onload=window.ran(21)>';
const LINKS = [
  'javascript:window.ran(10)',
  'data:text/html,<script>opener.ran(11)</script>',
  'https://example.org/"onmouseover="window.ran(12)',
  'http://example.org/',
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A graph whose every text bears the payload. */
function poisoned(payload: string): KnowledgeGraph {
  const graph = smallGraph();
  graph.updateEachNodeAttributes((_id, node) => {
    if (node.kind === 'paper') {
      const at = node.title.length + 1;
      return {
        ...node, label: payload, title: payload, abstract: `${payload} ${node.abstract}`, links: LINKS, url: LINKS[0]!,
        sentences: [[0, payload.length], [payload.length + 1, payload.length + 1 + at]], authors: { count: 1, names: [payload] },
        source: { file: payload, record: 1, reader: payload },
      }; // prettier-ignore
    }
    return node.kind === 'result'
      ? { ...node, label: payload, value: payload, metric: payload }
      : { ...node, label: payload, aliases: [payload], joins: [{ form: payload, rule: payload as never, papers: 1 }], papers: 2 };
  });
  graph.addNode(ID, { ...graph.getNodeAttributes(paperId(1)) });
  graph.setAttribute('communities', [{ id: 'c1', label: payload, size: 6, color: payload, top: [] }]);
  return graph;
}

/** Notes in `rung` whatever a payload sets off. */
async function alarm(page: Page, rung: number[]): Promise<void> {
  await page.exposeFunction('ran', (n: number) => void rung.push(n));
  page.on('popup', () => void rung.push(-1));
  page.on('dialog', (dialog) => {
    rung.push(-2);
    void dialog.dismiss();
  });
}

test.each([['in order', PAYLOADS], ['the other way', [...PAYLOADS].reverse()]])('no text of a graph runs: payloads %s', async (_order, payloads) => {
  const payload = payloads.join('');
  const rung: number[] = [];
  const site = await serveGraph(browser, poisoned(payload));
  onTestFinished(site.close);
  const { page } = await site.open(`#at=${paperId(1)}`, { prepare: (page) => alarm(page, rung) });
  expect(await page.locator('#details h2').textContent()).toBe(payload);
  expect(await page.locator('#details a.out').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol))).toEqual(['https:']);
  await page.locator('#details section button.node').first().click();
  await page.evaluate(() => (location.hash = 'at=c1'));
  await page.locator('#details .kind', { hasText: 'community' }).waitFor();
  await page.locator('#search').fill('img');
  expect(await page.locator('#suggestions li').first().textContent()).toContain(payload);
  await page.keyboard.press('Escape');
  for (const table of ['papers', 'entities', 'results']) {
    await page.evaluate((table) => (location.hash = `table=${table}`), table);
    await expect.poll(() => page.locator('#table tbody th').first().textContent()).toContain(payload);
  }
  await page.evaluate((id) => (location.hash = new URLSearchParams({ at: id }).toString()), ID);
  await expect.poll(() => page.locator('#details').getAttribute('data-id')).toBe(ID);
  await page.evaluate((text) => (location.hash = new URLSearchParams({ ask: 'results', 'ask.metric': text }).toString()), payload.slice(0, 400));
  await page.locator('.answer p').first().waitFor();
  await page.evaluate((text) => (location.hash = new URLSearchParams({ ask: text, [`ask.${text}`]: text, at: text, q: text, with: text }).toString()), payload);
  await page.locator('#legend .linked button').waitFor();

  // The picture holds text alone, whoever opens it.
  await page.evaluate(() => (location.hash = ''));
  await page.locator('#tools').getByText('Share', { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .act', { hasText: 'SVG' }).click()]);
  const strange = await page.evaluate((text) => {
    const all = [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')];
    const known = ['svg', 'title', 'rect', 'defs', 'path', 'clipPath', 'g', 'image', 'use', 'text', 'circle'];
    return all.filter((one) => !known.includes(one.tagName) || [...one.attributes].some(({ name }) => name.startsWith('on'))).map((one) => one.tagName);
  }, readFileSync(await download.path(), 'utf8'));
  expect(strange).toEqual([]);
  await page.keyboard.press('Escape');

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#tools').getByText('Open', { exact: true }).click()]);
  await chooser.setFiles({ name: payloads[1]!.replaceAll('/', ''), mimeType: 'text/plain', buffer: Buffer.from(payload) });
  await page.locator('#reading .act').waitFor({ timeout: 30_000 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(rung).toEqual([]);
  await page.context().close();
}); // prettier-ignore

test('the alarm works: as HTML in a page without a policy, payloads run', async () => {
  const page = await (await browser.newContext()).newPage();
  const rung: number[] = [];
  await alarm(page, rung);
  await page.setContent(PAYLOADS.join('\n'));
  await page.evaluate(() => document.getElementById('x')?.click());
  const expected = [0, 1, 2, 3, 4, 5, 6, 8, 9]; // focus may be elsewhere
  await expect.poll(() => expected.filter((n) => !rung.includes(n)), { timeout: 5_000 }).toEqual([]);
  await page.context().close();
});
