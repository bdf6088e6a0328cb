/**
 * What the viewer costs on a made-up graph of 100,000 nodes and 300,000 edges, against a plain sigma page with the same graph in the
 * same run; drawing in software. A selection is told twice: all that goes on for a while after the click (`select`: panel, map, address), and the
 * tasks between the click and the frame that shows it (`shown`) with the longest task after it (the rest of the panel is made in slices). Also how long it takes to open, for any folders given (of `claimgraph build`).
 * Run after `npm run build`: npx tsx test/bench/viewer.ts [FOLDER...]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession } from 'playwright-core';
import { build } from 'vite';
import { writeOutline } from '../../src/columns/outline.ts';
import { writeColumns } from '../../src/columns/write.ts';
import { loadGraph, type KnowledgeGraph } from '../../src/graph.ts';
import { openBrowser } from '../e2e/browser.ts';
import { largeGraph } from '../helpers/large-graph.ts';

const SIZE = { nodes: 100_000, edges: 300_000, papers: 16_000, communities: 50 };
const MOVES = 8;
/** A folder is opened so often: the first time the browser itself is cold. */
const TIMES = 4;
/** How long a new window is left to itself, in ms. */
const SETTLED = 2_000;
/** What goes on after a click is its cost too, for so long, in ms. */
const PAUSE = 350;

/** What the viewer fetches of a graph, as the server has it, at a folder. */
const served = (graph: KnowledgeGraph, folder: string): [address: string, file: Buffer][] => [
  [`${folder}/graph.outline`, Buffer.concat([...writeOutline(graph)])],
  [`${folder}/graph.columns`, Buffer.concat([...writeColumns(graph)])],
];

function plainJson(graph: KnowledgeGraph): string {
  const ids = graph.nodes();
  const row = new Map(ids.map((id, i) => [id, i]));
  return JSON.stringify({
    nodes: ids.map((id) => {
      const { x, y, size, label } = graph.getNodeAttributes(id);
      return [id, x, y, size, label];
    }),
    edges: graph.mapEdges((_key, _edge, source, target) => [row.get(source), row.get(target)]),
  });
}

const TYPES = new Map([['.html', 'text/html'], ['.js', 'text/javascript'], ['.css', 'text/css'], ['.json', 'application/json'], ['.woff2', 'font/woff2'], ['.svg', 'image/svg+xml']]); // prettier-ignore

/** Files by their address. */
async function serve(files: ReadonlyMap<string, Buffer | string>): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': TYPES.get(extname(path)) ?? (path.endsWith('/') ? 'text/html' : 'application/octet-stream') });
    response.end(file);
  }); // prettier-ignore
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

const read = (folder: string, prefix: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`${prefix}${path.slice(folder.length)}`, readFileSync(path)];
    });

interface Cost {
  /** From the address to the first picture, and the main thread's processor time in it, in ms. */
  open: number;
  work: number;
  /**
   * Processor time of the main thread, in ms: for a frame while the map is dragged, of a move of the pointer, and of pressing the button over
   * something, with all that comes of it (panel, address, map), the middle one of MOVES such clicks.
   */
  frame: number;
  hover: number;
  select: number;
  /** Of a click that chooses something: the tasks from it up to the frame that shows it, and the longest task after that frame. */
  shown: number;
  slice: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

/** What the main thread's tasks cost in processor time, in ms, around a click: until the first frame after it, and at most after that. */
function tasksOf(events: readonly TraceEvent[]): { shown: number; slice: number } | null {
  const click = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click');
  if (!click) return null;
  const main = events.filter(({ pid, tid }) => pid === click.pid && tid === click.tid);
  const frame = main.filter(({ name, ts }) => name === 'Commit' && ts > click.ts).sort((a, b) => a.ts - b.ts)[0]; // handed over to be drawn
  if (!frame) return null;
  let [shown, slice] = [0, 0];
  for (const { name, ts, dur = 0, tdur = 0 } of main) {
    if (name !== 'ThreadControllerImpl::RunTask' || ts + dur < click.ts) continue;
    if (ts <= frame.ts) shown += tdur / 1000;
    else slice = Math.max(slice, tdur / 1000);
  }
  return { shown, slice };
}

/** What the browser tells of its tasks while something is done; telling it costs time too, so these figures are too high rather than too low. */
async function trace(cdp: CDPSession, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await act();
  const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** @param selectable whether a click that chooses something shows in the address: then the others do not count */
async function measure(browser: Browser, address: string, { x, y }: { x: number; y: number }, selectable = true): Promise<Cost> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage();
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // processor time, whoever else is at work
  const busy = async () => 1000 * (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value;
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForTimeout(SETTLED); // a window has work of its own when it opens
  const started = performance.now();
  await page.goto(address);
  await page.waitForSelector('#stage[data-ready]', { timeout: 240_000 });
  await settle();
  const open = performance.now() - started;
  const work = await busy();
  await page.waitForTimeout(2_000); // what goes on behind the first picture
  const costOf = async (times: number, act: (i: number) => Promise<unknown>) => {
    const before = await busy();
    for (let i = 0; i < times; i++) {
      await act(i);
      await settle();
    }
    return ((await busy()) - before) / times;
  };
  const idle = await costOf(MOVES, () => Promise.resolve());
  const idleLong = await costOf(3, () => page.waitForTimeout(PAUSE));
  const hover = await costOf(MOVES, (i) => page.mouse.move(x + (i % 4) * 9, y + Math.floor(i / 4) * 9));
  await page.mouse.move(640, 400);
  await page.mouse.down();
  const frame = await costOf(MOVES, (i) => page.mouse.move(640 + i * 4, 400 + i * 2));
  await page.mouse.up();
  await page.waitForTimeout(1_000);
  const selects: number[] = [];
  const traced: { shown: number; slice: number }[] = [];
  for (let i = 0; i < 3 * MOVES && selects.length < MOVES; i++) {
    await page.mouse.move(2, 798);
    await page.evaluate(() => void (location.hash = '')); // the whole map again, nothing chosen
    await page.waitForTimeout(PAUSE);
    await page.mouse.move(x - 140 + (i % 6) * 37, y - 40 + Math.floor(i / 6) * 37);
    await page.waitForTimeout(PAUSE);
    const cost = await costOf(1, async () => {
      await page.mouse.down();
      await page.mouse.up();
      await page.waitForTimeout(PAUSE);
    });
    if (selectable && !page.url().includes('at=')) continue; // hit nothing
    selects.push(cost - idleLong);
  }
  for (let i = 0; i < 3 * MOVES && traced.length < MOVES; i++) {
    await page.mouse.move(2, 798);
    await page.evaluate(() => void (location.hash = ''));
    await page.waitForTimeout(PAUSE);
    const [px, py] = [x - 140 + (i % 6) * 37, y - 40 + Math.floor(i / 6) * 37];
    await page.mouse.move(px, py);
    await page.waitForTimeout(PAUSE);
    const events = await trace(cdp, async () => {
      await page.mouse.down();
      await page.mouse.up();
      await page.waitForTimeout(PAUSE);
    });
    const cost = tasksOf(events);
    if (cost && (!selectable || page.url().includes('at='))) traced.push(cost);
  }
  const shown = traced.length ? middle(traced.map((cost) => cost.shown)) : NaN;
  const slice = traced.length ? Math.max(...traced.map((cost) => cost.slice)) : NaN;
  await page.context().close();
  return { open, work, frame: frame - idle, hover: hover - idle, select: middle(selects), shown, slice };
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

const MIDDLE = { x: 700, y: 380 };
const say = (name: string, { open, work, frame, hover, select, shown, slice }: Cost) =>
  console.log(
    `${name.padEnd(34)} ${[open, work, frame, hover, select, shown, slice].map((ms) => ms.toFixed(ms < 100 ? 1 : 0).padStart(9)).join('')}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
const browser = await openBrowser();
try {
  await build({
    configFile: false, logLevel: 'error', root: 'test/bench',
    build: { outDir: folder, target: 'esnext', rolldownOptions: { input: 'test/bench/viewer-plain.ts', output: { entryFileNames: 'plain.js' } } },
  }); // prettier-ignore
  const viewer = read('dist/viewer', '/viewer');
  const graph = largeGraph(SIZE);
  const files = new Map<string, Buffer | string>([
    ...viewer,
    ...served(graph, '/viewer'),
    ['/plain/index.html', '<!doctype html><style>html,body,#stage{height:100%;margin:0}</style><div id="stage"></div><script type="module" src="plain.js"></script>'],
    ['/plain/plain.js', readFileSync(join(folder, 'plain.js'))],
    ['/plain/plain.json', plainJson(graph)],
  ]); // prettier-ignore
  for (const built of process.argv.slice(2)) {
    const at = `/${built.replaceAll(/\W/g, '')}`;
    for (const [path, file] of viewer) files.set(path.replace('/viewer', at), file);
    for (const [path, file] of served(loadGraph(readFileSync(join(built, 'graph.json'), 'utf8')), at)) {
      console.log(
        `${built}: ${path.slice(at.length + 1)} is ${(file.length / 1e6).toFixed(1)} MB, ${(gzipSync(file).length / 1e6).toFixed(2)} MB compressed`,
      );
      files.set(path, file);
    }
  }
  const site = await serve(files);
  try {
    console.log(`\nms                                      open  (work)    frame    hover   select  (shown  longest after)`);
    for (const built of process.argv.slice(2))
      for (let time = 0; time < TIMES; time++)
        say(built, await measure(browser, `${site.address}/${built.replaceAll(/\W/g, '')}/`, MIDDLE));
    const plain = await measure(browser, `${site.address}/plain/`, MIDDLE, false);
    say('sigma, defaults, 100k / 300k', plain);
    const ours = await measure(browser, `${site.address}/viewer/`, MIDDLE);
    say('the viewer, 100k / 300k', ours);
    const times = (of: keyof Cost) => `${of} ${(plain[of] / Math.max(0.01, ours[of])).toFixed(1)}x`;
    console.log(`\nquicker by: ${(['open', 'work', 'frame', 'hover', 'select'] as const).map(times).join(', ')}`);
  } finally {
    site.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
