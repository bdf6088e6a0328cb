/**
 * The page as it looks, against pictures of it kept small, so that another version of the browser with other smoothing passes and a
 * missing region, panel or shape does not. After a change that is meant: GOLDEN=write npx vitest run test/e2e/pictures.test.ts, and look.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeGraph } from '../helpers/large-graph.ts';
import { openBrowser } from './browser.ts';
import { serveGraph, type Site } from './site.ts';

/** Pixels along the longer side of a kept picture. */
const SMALL = 200;
/** Mean difference of a channel, of 255, and share of pixels that differ by more than `FAR`: what another browser may change. */
const [MEAN, SHARE, FAR] = [3, 0.005, 48];

let browser: Browser;
let [few, many]: [Site?, Site?] = [];
beforeAll(async () => {
  browser = await openBrowser();
  few = await serveGraph(browser, largeGraph({ nodes: 150, edges: 330, papers: 40, communities: 5 }));
  many = await serveGraph(browser, largeGraph({ nodes: 6_000, edges: 15_000, papers: 3_000, communities: 12 }));
});
afterAll(async () => {
  few?.close();
  many?.close();
  await browser?.close();
});

/** The page as it is, small, as the address of a PNG. */
async function picture(page: Page): Promise<string> {
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
  const shot = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  return blank(page, async (blank) =>
    blank.evaluate(
      async ({ shot, small }) => {
        const image = new Image();
        image.src = shot;
        await image.decode();
        const scale = small / Math.max(image.width, image.height);
        const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
        const context = canvas.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
      },
      { shot, small: SMALL },
    ),
  );
} // prettier-ignore

/** How far two pictures are apart: mean difference of a channel, and share of pixels that are far off. */
const difference = (page: Page, a: string, b: string): Promise<{ mean: number; share: number }> =>
  blank(page, (blank) =>
    blank.evaluate(
      async ({ addresses, far }) => {
        const [one, other] = await Promise.all(addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }));
        if (one!.width !== other!.width || one!.height !== other!.height) return { mean: 255, share: 1 };
        let [sum, off] = [0, 0];
        for (let at = 0; at < one!.data.length; at += 4) {
          const apart = [0, 1, 2].map((channel) => Math.abs(one!.data[at + channel]! - other!.data[at + channel]!));
          sum += apart[0]! + apart[1]! + apart[2]!;
          if (Math.max(...apart) > far) off++;
        }
        const pixels = one!.data.length / 4;
        return { mean: sum / pixels / 3, share: off / pixels };
      },
      { addresses: [a, b], far: FAR },
    ),
  ); // prettier-ignore

/** Something done in an empty page, whose policy forbids nothing. */
async function blank<T>(page: Page, act: (blank: Page) => Promise<T>): Promise<T> {
  const empty = await page.context().newPage();
  try {
    return await act(empty);
  } finally {
    await empty.close();
  }
}

const VIEWS: [name: string, site: () => Site, hash: string, options: BrowserContextOptions][] = [
  ['map', () => few!, '', {}],
  ['paper-dark', () => few!, '#at=paper:n7', { colorScheme: 'dark' }],
  ['far', () => many!, '', {}],
  ['phone', () => few!, '', { viewport: { width: 390, height: 844 }, hasTouch: true }],
];

test.each(VIEWS)('%s looks as it did', async (name, site, hash, options) => {
  const { page } = await site().open(hash, options);
  const seen = await picture(page);
  const file = `test/golden/viewer/${name}.png`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, Buffer.from(seen.split(',')[1]!, 'base64'));
  expect(existsSync(file)).toBe(true);
  const { mean, share } = await difference(page, seen, `data:image/png;base64,${readFileSync(file, 'base64')}`);
  expect(mean).toBeLessThan(MEAN);
  expect(share).toBeLessThan(SHARE);
  await page.context().close();
});

test.each([
  ['papers without their kind', '#hide=paper,result', {}],
  ['a community less', '#without=community:c0', {}],
  ['the other theme', '', { colorScheme: 'dark' as const }],
])('the positive control: %s is another picture', async (_what, hash, options) => {
  const { page } = await few!.open(hash, options);
  const { mean, share } = await difference(page, await picture(page), `data:image/png;base64,${readFileSync('test/golden/viewer/map.png', 'base64')}`);
  expect(mean > MEAN || share > SHARE).toBe(true);
  await page.context().close();
}); // prettier-ignore
