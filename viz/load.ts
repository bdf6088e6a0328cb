/** Gets the graph from beside the page. */
import { openColumns } from '../src/columns/open.ts';
import { GraphFormatError, loadGraph } from '../src/graph.ts';
import { askHere, askWorker, type Asker } from './asker.ts';
import { modelOfColumns } from './columns-model.ts';
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

/**
 * The graph beside the page: `graph.columns` where the server has it, else `graph.json`.
 * @throws NoGraphError when the graph is missing, broken or without papers
 */
export async function loadFrom(folder: string, get: typeof fetch = fetch): Promise<Loaded> {
  if (__SINGLE_FILE__)
    throw new NoGraphError('There is no graph in this file', 'Write it anew with its graph inside:', 'npx claimgraph export html');
  for (const name of ['graph.columns', 'graph.json']) {
    const response = await get(`${folder}${name}`).catch(() => null);
    if (!response)
      throw new NoGraphError(
        'The graph did not arrive',
        'Is the server still running? Start it again and reload this page.',
        'npx claimgraph serve --graph graph',
      );
    if (response.ok) return openBytes(await response.arrayBuffer(), name);
  }
  throw new NoGraphError('There is no graph here yet', 'The server has no graph.json. Build one, then reload this page:', BUILD);
}

/** A graph from the bytes of graph.columns or graph.json. @throws NoGraphError */
export function openBytes(bytes: ArrayBuffer, name: string): Loaded {
  try {
    if (isColumns(bytes)) {
      const columns = openColumns(bytes);
      return checked({
        model: modelOfColumns(columns),
        asker: columns.edgeCount > LARGE && !__SINGLE_FILE__ ? askWorker(bytes) : askHere(() => columns.toGraph()),
      });
    }
    const graph = loadGraph(new TextDecoder().decode(bytes));
    return checked({ model: modelOf(graph), asker: askHere(() => graph) });
  } catch (error) {
    if (error instanceof NoGraphError) throw error;
    const why = error instanceof GraphFormatError ? error.message : 'it is damaged';
    throw new NoGraphError('This graph cannot be read', `${name}: ${why}. Build it anew, then reload this page:`, BUILD);
  }
}

/** Whether bytes are a graph rather than papers. */
export const isGraph = (bytes: ArrayBuffer): boolean =>
  isColumns(bytes) || /^\s{0,9}\{"attributes":\{[^}]{0,60}"format":"claimgraph"/.test(new TextDecoder().decode(bytes.slice(0, 400)));

/** The head of a file of columns names its format first. */
const isColumns = (bytes: ArrayBuffer): boolean => new TextDecoder().decode(bytes.slice(0, 200)).includes('"claimgraph-columns"');

function checked(loaded: Loaded): Loaded {
  if (loaded.model.kind.includes(PAPER)) return loaded;
  throw new NoGraphError(
    'The graph holds no papers',
    'Give the build a file with titles and abstracts, then reload this page:',
    'npx claimgraph build FILE --out graph',
  );
}
