import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createHandler } from '../../src/server/handler.ts';
import { Failure } from './errors.ts';
import { liveGraph } from './live-graph.ts';
import { packageRoot, packageVersion } from './package-root.ts';

const HOST = '127.0.0.1';
/** How many ports are tried, each one after the one in use. */
const TRIES = 20;
/** A client that is slow to ask gives up its place, in milliseconds and bytes; not for waiting while a large graph is taken over. */
const LIMITS = { headersTimeout: 60_000, requestTimeout: 60_000, keepAliveTimeout: 60_000, maxHeaderSize: 16_384 };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves the graph of a folder, as it is at each moment, until the program is told to stop. */
export async function serveCommand(folder: string, wanted: number): Promise<void> {
  const graph = await liveGraph(folder, (line) => console.error(line));
  const fetch = createHandler(graph.current, { files: viewerFiles(), version: packageVersion() });
  const server = createAdaptorServer({ fetch, hostname: HOST, serverOptions: LIMITS }) as Server;
  const port = await listen(server, wanted);
  console.log(`serving on http://${HOST}:${port}/ (Ctrl-C ends it)`);
  await new Promise<void>((resolve) => {
    process.removeAllListeners('SIGINT');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  graph.close();
  server.close();
  server.closeAllConnections();
}

/** Takes the port, or the next free one and says so. */
async function listen(server: Server, wanted: number): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + TRIES - 1, 65_535);
  for (let port = wanted; port <= last; port++) {
    try {
      server.listen(port, HOST);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      console.error(`port ${port} is ${code === 'EACCES' ? 'not allowed' : 'in use'}: trying the next`);
    }
  }
  throw new Failure(`no free port from ${wanted} to ${last}: name another with --port, or 0 for any`);
}

/** The built viewer, read once: what is not in this list is not served. */
function viewerFiles(): Map<string, { body: Uint8Array<ArrayBuffer>; type: string }> {
  const folder = join(packageRoot(), 'dist', 'viewer');
  const files = new Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>();
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    throw new Failure('the viewer is not built: run `npm run build` in the folder of the program');
  }
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/');
    files.set(path, { body: new Uint8Array(readFileSync(file)), type: TYPES[extname(file)] ?? 'application/octet-stream' });
  }
  return files;
}
