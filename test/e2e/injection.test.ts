import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../helpers/cli.ts';
import { fileOf } from '../helpers/foreign.ts';
import { saveGraph } from '../../src/graph.ts';
import { openBrowser } from './browser.ts';
import { PAYLOADS } from './payloads.ts';
import { poisoned } from './poisoned.ts';
import { serveGraph } from './site.ts';

const TEXTS = PAYLOADS.map(({ text }) => text);
const graph = poisoned(TEXTS);
const out = mkdtempSync(join(tmpdir(), 'claimgraph-injection-'));
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(out, { recursive: true, force: true });
});

/** Hundreds of panels, each drawn: without a graphics card some take a second. */
const LONG = 300_000;

/** A page without the policy that would hide what its code lets through; what runs in it is noted. */
async function watched(): Promise<{ page: Page; rung: Set<number> }> {
  const page = await (
    await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 780, height: 420 } })
  ).newPage();
  const rung = new Set<number>();
  await alarm(page, rung);
  return { page, rung };
}

async function alarm(page: Page, rung: Set<number>): Promise<void> {
  await page.exposeFunction('ran', (n: unknown) => void rung.add(Number(n)));
  page.on('popup', () => void rung.add(-1));
  page.on('dialog', (dialog) => void dialog.dismiss());
}

/** What no page of ours holds: handlers written as attributes, addresses that are none of a site, elements that load or run. */
const strange = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')].filter(
      (one) =>
        (one.matches('iframe, object, embed, img, image, video, audio, style, link, base, form[action], [formaction], body script:not(#graph, [type=module])')) ||
        [...one.attributes].some(({ name }) => name.startsWith('on')) ||
        (one instanceof HTMLAnchorElement && one.protocol !== 'https:'),
    );
    return all.map((one) => one.outerHTML.slice(0, 100));
  }); // prettier-ignore

/** Opens the panel of each id, and tells how many headings are the text they should be. */
const readAll = (page: Page, ids: readonly string[], texts: readonly string[]): Promise<number> =>
  page.evaluate(
    async ({ ids, texts }) => {
      let right = 0;
      for (const [i, id] of ids.entries()) {
        location.hash = String(new URLSearchParams({ at: id }));
        const heading = () => document.querySelector('#details:not([hidden])[data-id] h2');
        for (
          let turn = 0;
          turn < 200 &&
          (document.querySelector<HTMLElement>('#details')?.dataset['id'] !== id ||
            !heading() ||
            document.querySelector('#details .body[aria-busy]'));
          turn++
        )
          await new Promise((done) => setTimeout(done, 5));
        if (heading()?.textContent?.includes(texts[i]!)) right++;
      }
      return right;
    },
    { ids, texts },
  );

/** Opens the panel of everything, in the page at an address. */
async function readEverything(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#least=1&hide=none`);
  await page.waitForSelector('#stage[data-ready=true]');
  const nodes = graph.nodes();
  expect(await readAll(page, nodes, nodes.map((id) => graph.getNodeAttribute(id, 'label')))).toBe(3 * TEXTS.length);
  const communities = graph.getAttribute('communities');
  expect(await readAll(page, communities.map(({ id }) => id), communities.map(({ label }) => label))).toBe(TEXTS.length);
  expect(await strange(page)).toEqual([]);
} // prettier-ignore

/** Looks at everything else that shows a text of the graph. */
async function lookAround(page: Page): Promise<void> {
  const edges = graph.filterEdges((_key, { kind }) => kind !== 'claims');
  expect(await readAll(page, edges, edges.map((key) => graph.getNodeAttribute(graph.source(key), 'label')))).toBe(edges.length); // prettier-ignore
  for (const table of ['papers', 'entities', 'results']) {
    await page.evaluate((table) => (location.hash = `table=${table}`), table);
    await page.locator('#table tbody th').first().waitFor();
    expect(await page.locator('#table table').getAttribute('aria-rowcount')).toBe(String(TEXTS.length + 1));
    for (let at = 0; at < TEXTS.length; at += 5) await page.evaluate((top) => void document.querySelector('#table .rows')!.scrollTo({ top }), at * 31); // prettier-ignore
    expect(await strange(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.locator('#more-filters summary').click();
  expect(await page.locator('#legend [data-community]').count()).toBe(TEXTS.length);
  await page.locator('#search').focus();
  for (const text of TEXTS.filter((_text, n) => n % 6 === 0)) {
    // a list shows nine of those that are alike
    const found = await page.evaluate(async (text) => {
      const [input, list] = [document.querySelector<HTMLInputElement>('#search')!, document.querySelector('#suggestions')!];
      input.value = text;
      list.replaceChildren();
      input.dispatchEvent(new InputEvent('input'));
      for (let turn = 0; turn < 200 && !list.childElementCount; turn++) await new Promise((done) => setTimeout(done, 5));
      return list.textContent?.includes(text);
    }, text.trim());
    expect([text, found]).toEqual([text, true]);
    await page.evaluate((text) => (location.hash = String(new URLSearchParams({ ask: 'results', 'ask.metric': text, at: text, q: text, with: text }))), text); // prettier-ignore
  }
  await page.evaluate((text) => (location.hash = String(new URLSearchParams({ ask: text, [`ask.${text}`]: text }))), TEXTS[0]!);
  await page.locator('.ask form').waitFor();
  expect(await strange(page)).toEqual([]);
}

test('the hundred are a hundred, and each of them runs where a page takes it for what it is not', async () => {
  expect(new Set(TEXTS).size).toBe(TEXTS.length);
  expect(TEXTS.length).toBeGreaterThanOrEqual(100);
  const { page, rung } = await watched();
  for (const [n, { control }] of PAYLOADS.entries()) {
    await page.setContent(control, { waitUntil: 'commit' });
    for (let turn = 0; turn < 100 && !rung.has(n); turn++) {
      const poke = () => {
        for (const one of document.querySelectorAll<HTMLElement>('*:not(script)')) {
          for (const type of ['mouseover', 'click']) one.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
          one.focus?.();
        }
      };
      await page.evaluate(poke).catch(() => undefined); // the page may be on its way elsewhere
      if (turn > 10) await page.waitForTimeout(20); // some begin with the next picture
    }
  }
  expect(TEXTS.filter((_text, n) => !rung.has(n))).toEqual([]);
  await page.context().close();
});

test('none of a hundred texts runs: on the page, in its panels, lists, tables, search and address, and in what it saves', { timeout: LONG }, async () => {
  const site = await serveGraph(browser, graph);
  const { page, rung } = await watched();
  await readEverything(page, site.address);
  await lookAround(page);
  await page.evaluate(() => (location.hash = 'least=1&hide=none'));
  await page.locator('#tools').getByText('Share', { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog .act', { hasText: 'SVG' }).click()]);
  await page.keyboard.press('Escape');

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#tools').getByText('Open', { exact: true }).click()]);
  await chooser.setFiles(TEXTS.map((text) => ({ name: text.replaceAll(/[/\0]/g, ''), mimeType: 'text/plain', buffer: Buffer.from('nothing') })));
  await page.locator('#reading .act').waitFor({ timeout: 30_000 });
  expect(await page.locator('#reading').textContent()).toContain(TEXTS.at(-1)!.replaceAll('/', ''));
  expect(await strange(page)).toEqual([]);

  const picture = join(out, 'picture.svg');
  await download.saveAs(picture);
  expect(readFileSync(picture, 'utf8')).toContain('onerror=');
  await page.goto(pathToFileURL(picture).href);
  await page.waitForTimeout(300);
  expect([...rung]).toEqual([]);
  // The alarm is still on: as markup in this very place, they do run.
  await page.goto(site.address);
  await page.evaluate((text) => (document.getElementById('chrome')!.innerHTML = text), TEXTS.find((text) => text.startsWith('<img'))!);
  await expect.poll(() => rung.size).toBe(1);
  site.close();
  await page.context().close();
}); // prettier-ignore

test('none of them runs in the page that holds the graph', { timeout: LONG }, async () => {
  const file = join(out, 'page.html');
  const folder = join(fileOf('graph.json', [...saveGraph(graph)].join('')), '..');
  expect(await cli(['export', 'html', '--graph', folder, '--out', file])).toMatchObject({ code: 0 });
  const { page, rung } = await watched();
  await readEverything(page, pathToFileURL(file).href);
  expect([...rung]).toEqual([]);
  await page.context().close();
});
