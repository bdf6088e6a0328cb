import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Replayed {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** The connection is closed without an answer. */
  drop?: boolean;
}

/** A server on this machine that answers as a public service did; it ends with the test. */
export async function serviceThat(
  answers: (url: URL, nth: number) => Replayed,
): Promise<{ api: string; asked: { url: URL; agent: string }[] }> {
  const asked: { url: URL; agent: string }[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, 'http://service');
    asked.push({ url, agent: request.headers['user-agent'] ?? '' });
    const { status = 200, headers = {}, body = '', drop } = answers(url, asked.length);
    if (drop) return void request.socket.destroy();
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** arXiv's answer to a search: a page of a feed. */
export function arxivPage(url: URL, total: number, size?: number): string {
  const start = Number(url.searchParams.get('start'));
  const count = size ?? Math.max(0, Math.min(Number(url.searchParams.get('max_results')), total - start));
  const entry = (i: number) =>
    `  <entry>\n    <id>http://arxiv.org/abs/2401.${String(i).padStart(5, '0')}v1</id>\n    <title>Paper ${i} &amp; more</title>\n    <summary>About ${i}.</summary>\n    <published>2024-01-01T00:00:00Z</published>\n    <author><name>A. B.</name></author>\n  </entry>\n`;
  const entries = Array.from({ length: count }, (_, i) => entry(start + i + 1)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <title type="html">ArXiv Query</title>\n  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>\n${entries}</feed>\n`;
}

/** OpenAlex's answer to a search: a page with a cursor. */
export function openalexPage(url: URL, total: number): string {
  const start = url.searchParams.get('cursor') === '*' ? 0 : Number(url.searchParams.get('cursor'));
  const count = Math.min(Number(url.searchParams.get('per-page')), total - start);
  const work = (i: number) => ({ id: `https://openalex.org/W${1_000_000 + i}`, title: `Work ${i}`, publication_year: 2024, abstract_inverted_index: { About: [0], [String(i)]: [1] } }); // prettier-ignore
  const next = start + count < total ? String(start + count) : null;
  return JSON.stringify({ meta: { count: total, next_cursor: next }, results: Array.from({ length: count }, (_, i) => work(start + i)) });
}

/** Hugging Face's answer for some papers. */
export const hfPage = (ids: readonly string[]): string =>
  JSON.stringify(ids.map((id) => ({ paper: { id, title: `Paper ${id}`, summary: `About ${id}.`, upvotes: 1 }, title: `Paper ${id}` })));
