/** The seeds, built and served in one browser for all tests of a file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { serveSeeds, type Site } from './site.ts';

/** A paper of the seeds with much to tell: results, rivals, hardware. */
export const PAPER = 'paper:once-for-all-train-one-network-and-specialize-it-for-efficient-deployment';

/** Serves the seeds from the first test of the file to the last. */
export function seeds(): Pick<Site, 'address' | 'open'> {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await serveSeeds(browser);
  });
  afterAll(async () => {
    site?.close();
    await browser?.close();
  });
  return {
    get address() {
      return site.address;
    },
    open: (...args) => site.open(...args),
  };
}
