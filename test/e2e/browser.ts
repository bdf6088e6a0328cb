/** A Chromium to test in, wherever it is found. */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';

/** Where browsers are installed, the system's own first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** WebGL in software, so that it draws the same with and without a graphics card; nothing is fetched or synced. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** How often a browser is started before it counts as broken: another test file may be unpacking it just now. */
const TRIES = 8;

/** The one named by CLAIMGRAPH_BROWSER, an installed one, else the packaged one that unpacks itself (Linux on x64). */
async function findBrowser(): Promise<string> {
  const named = process.env['CLAIMGRAPH_BROWSER'];
  const installed = named === 'packaged' ? undefined : (named ?? PLACES.find((path) => existsSync(path)));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return (await import('@sparticuz/chromium')).default.executablePath();
  throw new Error('no browser found: install Google Chrome or Chromium, or name one in CLAIMGRAPH_BROWSER');
}

/** @throws Error of one line that says what to install */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  for (let tries = 1; ; tries++) {
    try {
      return await chromium.launch({ executablePath, args: FLAGS });
    } catch (cause) {
      if (tries === TRIES || !existsSync(executablePath))
        throw new Error(`${executablePath} does not start: install Google Chrome or Chromium, or name one in CLAIMGRAPH_BROWSER`, {
          cause,
        });
      await setTimeout(1000);
    }
  }
}
