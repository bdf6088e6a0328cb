/** Gets the graph from beside the page. */
import { GraphFormatError, loadGraph } from '../src/graph.ts';
import { askHere, askWorker, type Asker } from './asker.ts';
import { modelOf, PAPER, type Model } from './model.ts';

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

export interface Loaded {
  model: Model;
  asker: Asker;
}

const BUILD = 'npx claimgraph build seeds --out graph --serve';
/** From so many edges on questions are answered in a worker. */
const LARGE = 30_000;

/** @throws NoGraphError when the graph is missing, broken or without papers */
export async function loadFrom(address: string, get: typeof fetch = fetch): Promise<Loaded> {
  const response = await get(address).catch(() => null);
  if (!response)
    throw new NoGraphError(
      'The graph did not arrive',
      'Is the server still running? Start it again and reload this page.',
      'npx claimgraph serve --graph graph',
    );
  if (!response.ok)
    throw new NoGraphError('There is no graph here yet', `The server has no ${address}. Build one, then reload this page:`, BUILD);
  return openText(await response.text(), address);
}

/** A graph from the text of graph.json. @throws NoGraphError */
export function openText(text: string, name: string): Loaded {
  try {
    const graph = loadGraph(text);
    return checked({ model: modelOf(graph), asker: graph.size > LARGE ? askWorker(text) : askHere(graph) });
  } catch (error) {
    if (error instanceof NoGraphError) throw error;
    const why = error instanceof GraphFormatError ? error.message : 'it is damaged';
    throw new NoGraphError('This graph cannot be read', `${name}: ${why}. Build it anew, then reload this page:`, BUILD);
  }
}

function checked(loaded: Loaded): Loaded {
  if (loaded.model.kind.includes(PAPER)) return loaded;
  throw new NoGraphError(
    'The graph holds no papers',
    'Give the build a file with titles and abstracts, then reload this page:',
    'npx claimgraph build FILE --out graph',
  );
}
