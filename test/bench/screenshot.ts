/**
 * Takes the README's picture: the graph of the seeds in the viewer, one paper open.
 * Run after `npm run build`: npx tsx test/bench/screenshot.ts [FILE] [PAPER]
 */
import { statSync } from 'node:fs';
import { openBrowser } from '../e2e/browser.ts';
import { serveSeeds } from '../e2e/site.ts';

const [file = 'viz/screenshot.png', paper = 'paper:once-for-all-train-one-network-and-specialize-it-for-efficient-deployment'] =
  process.argv.slice(2);

const browser = await openBrowser();
try {
  const site = await serveSeeds(browser);
  try {
    const { page } = await site.open(`#at=${paper}`, { viewport: { width: 1280, height: 700 } });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: file });
    console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
  } finally {
    site.close();
  }
} finally {
  await browser.close();
}
