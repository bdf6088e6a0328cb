/** The built program serving a graph, and pages of it that tell whatever goes wrong in them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { saveGraph, type KnowledgeGraph } from '../../src/graph.ts';
import { CLI, printed } from '../helpers/cli.ts';

export interface Site {
  address: string;
  /** A page in a profile of its own, its errors and warnings in `complaints`. */
  open(
    hash?: string,
    options?: BrowserContextOptions & { prepare?: (page: Page) => Promise<unknown> },
  ): Promise<{ page: Page; complaints: string[] }>;
  close(): void;
}

/** Builds the seeds and serves them until `close`. */
export function serveSeeds(browser: Browser): Promise<Site> {
  return serve(browser, (folder) => {
    const built = spawnSync(process.execPath, [CLI, 'build', 'seeds', '--out', folder], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`the build ended with ${built.status}: ${built.stderr}`);
  });
}

/** Serves a graph until `close`. */
export const serveGraph = (browser: Browser, graph: KnowledgeGraph): Promise<Site> =>
  serve(browser, (folder) => writeFileSync(join(folder, 'graph.json'), [...saveGraph(graph)].join('')));

async function serve(browser: Browser, make: (folder: string) => void): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-e2e-'));
  make(folder);
  const server: ChildProcess = spawn(process.execPath, [CLI, 'serve', '--graph', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [, address] = await printed(server, /(http:\/\/127\.0\.0\.1:\d+\/)/);
  return {
    address: address!,
    async open(hash = '', { prepare, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        // A driver in software tells how slow it is.
        if (['error', 'warning'].includes(message.type()) && !message.text().includes('GPU stall')) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await prepare?.(page);
      await page.goto(address! + hash);
      await page.waitForSelector('#stage[data-ready]');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))); // what is lit comes a frame later
      return { page, complaints };
    },
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
