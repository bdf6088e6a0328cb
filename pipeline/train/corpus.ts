/** Unlabelled abstracts to learn words from. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { SHARED } from './sources.ts';

/** Titles and abstracts of the arXiv corpus, line breaks mended. */
export async function* arxivTexts(): AsyncGenerator<{ id: string; title: string; abstract: string }> {
  const stream = createReadStream(new URL('corpora/arxiv-74k.jsonl.gz', SHARED)).pipe(createGunzip());
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const { id, title, summary } = JSON.parse(line) as { id: string; title: string; summary: string };
    yield { id, title, abstract: summary };
  }
}

/** Papers of the daily papers archive, read from its tar; files that are not JSON are passed over. */
export async function* dailyTexts(): AsyncGenerator<{ id: string; title: string; abstract: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(new URL('corpora/hf-daily-papers.tar.gz', SHARED)).pipe(createGunzip()))
    chunks.push(chunk as Buffer);
  const tar = Buffer.concat(chunks);
  for (let at = 0; at + 512 <= tar.length;) {
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    const body = tar.toString('utf8', at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    if (!body.startsWith('[')) continue;
    let items: { paper?: { id: string; title: string; summary: string } }[];
    try {
      items = JSON.parse(body);
    } catch {
      continue;
    }
    for (const { paper } of items) if (paper?.summary) yield { id: paper.id, title: paper.title, abstract: paper.summary };
  }
}

/** Both corpora, each title once, in the order of the files. */
export async function* allTexts(): AsyncGenerator<{ id: string; title: string; abstract: string }> {
  const seen = new Set<string>();
  for (const texts of [arxivTexts(), dailyTexts()])
    for await (const text of texts) {
      if (seen.has(text.title)) continue;
      seen.add(text.title);
      yield text;
    }
}
