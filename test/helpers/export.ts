import type { Chunks, FileExporter, FolderExporter, Losses } from '../../src/export/index.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';

/** All pieces together. */
export async function bytesOf(chunks: Chunks): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return new Uint8Array(Buffer.concat(pieces));
}

/** A format of text, whole. */
export const textOf = async (exporter: FileExporter, graph: KnowledgeGraph, losses?: Losses): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(exporter.write(graph, losses)));

/** The files of a format of several, by path. */
export async function filesOf(exporter: FolderExporter, graph: KnowledgeGraph, losses?: Losses): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, chunks } of exporter.files(graph, losses)) {
    if (files.has(path)) throw new Error(`${path} is written twice`);
    files.set(path, await bytesOf(chunks));
  }
  return files;
}

/** Every text of a graph's evidence, by the key of its edge: what no export may lose. */
export function sentencesOf(graph: KnowledgeGraph): Map<string, string[]> {
  return new Map(
    graph.mapEdges((key, { evidence }) => [
      key,
      [...new Set(evidence.map(({ paper, sentence }) => `${paper} ${sentence}`))].map((place) => {
        const [paper, sentence] = [place.slice(0, place.lastIndexOf(' ')), Number(place.slice(place.lastIndexOf(' ') + 1))];
        const node = graph.getNodeAttributes(paper);
        if (node.kind !== 'paper') throw new Error(`${paper} is no paper`);
        return `${node.title}\n${node.abstract}`.slice(...node.sentences[sentence]!);
      }),
    ]),
  );
}
