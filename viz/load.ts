/** Gets the graph from beside the page. */
import { GraphFormatError, loadGraph, type KnowledgeGraph } from '../src/graph.ts';

/** There is no graph to show; the message says what happened, `remedy` what to do about it. */
export class NoGraphError extends Error {
  override name = 'NoGraphError';
  readonly remedy: string;
  readonly command: string | undefined;
  constructor(message: string, remedy: string, command?: string) {
    super(message);
    this.remedy = remedy;
    this.command = command;
  }
}

const BUILD = 'npx claimgraph build seeds --out graph --serve';

/** @throws NoGraphError when the graph is missing, broken or without papers */
export async function loadFrom(address: string, get: typeof fetch = fetch): Promise<KnowledgeGraph> {
  const response = await get(address).catch(() => null);
  if (!response)
    throw new NoGraphError(
      'The graph did not arrive',
      'Is the server still running? Start it again and reload this page.',
      'npx claimgraph serve --graph graph',
    );
  if (!response.ok)
    throw new NoGraphError('There is no graph here yet', `The server has no ${address}. Build one, then reload this page:`, BUILD);
  let graph: KnowledgeGraph;
  try {
    graph = loadGraph(await response.text());
  } catch (error) {
    const why = error instanceof GraphFormatError ? error.message : 'it is damaged';
    throw new NoGraphError('This graph cannot be read', `${address}: ${why}. Build it anew, then reload this page:`, BUILD);
  }
  if (!graph.someNode((_id, { kind }) => kind === 'paper'))
    throw new NoGraphError(
      'The graph holds no papers',
      'Give the build a file with titles and abstracts, then reload this page:',
      'npx claimgraph build FILE --out graph',
    );
  return graph;
}
