/** Gets the graph from beside the page. */
import { isColumns, openColumns } from '../src/columns/open.ts';
import { isOutline, openOutline } from '../src/columns/outline.ts';
import { GraphFormatError, loadGraph } from '../src/graph.ts';
import { askHere, askWorker, type Asker } from './asker.ts';
import { modelOfColumns } from './columns-model.ts';
import { modelOf, PAPER, type Model } from './model.ts';
import { modelOfOutline } from './outline-model.ts';

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
  /** Gets ready what a large graph is read and asked with, once the map is drawn. */
  prepare?(): Promise<unknown>;
}

const BUILD = 'npx claimgraph build seeds --out graph --serve';

/**
 * The graph beside the page: `graph.outline` where the server has it, with the rest when it is wanted, else `graph.json`.
 * @throws NoGraphError when the graph is missing, broken or without papers
 */
export async function loadFrom(folder: string, get: typeof fetch = fetch): Promise<Loaded> {
  if (__SINGLE_FILE__)
    throw new NoGraphError('There is no graph in this file', 'Write it anew with its graph inside:', 'npx claimgraph export html');
  for (const name of ['graph.outline', 'graph.json']) {
    const bytes = await bytesOf(folder + name, get);
    if (bytes) return isOutline(bytes) ? openParts(bytes, () => wholeFrom(folder, get)) : openBytes(bytes, name);
  }
  throw new NoGraphError('There is no graph here yet', 'The server has no graph.json. Build one, then reload this page:', BUILD);
}

/** What is served at an address, or null where nothing is. */
async function bytesOf(address: string, get: typeof fetch): Promise<ArrayBuffer | null> {
  const response = await get(address).catch(() => null);
  if (!response)
    throw new NoGraphError(
      'The graph did not arrive',
      'Is the server still running? Start it again and reload this page.',
      'npx claimgraph serve --graph graph',
    );
  return response.ok ? response.arrayBuffer() : null;
}

async function wholeFrom(folder: string, get: typeof fetch): Promise<ArrayBuffer> {
  const bytes = await bytesOf(`${folder}graph.columns`, get);
  if (!bytes)
    throw new NoGraphError('The texts of the graph are not there', 'Is the server of this version? Start it again and reload this page.');
  return bytes;
}

/** A graph whose outline is here; the whole is fetched once, when it is first wanted. */
function openParts(outline: ArrayBuffer, fetchWhole: () => Promise<ArrayBuffer>): Loaded {
  let coming: Promise<ArrayBuffer> | undefined;
  const whole = () =>
    (coming ??= fetchWhole().catch((error: unknown) => {
      coming = undefined;
      throw error;
    }));
  return readable('graph.outline', () => {
    const model = modelOfOutline(openOutline(outline), async () => openColumns(await whole()));
    const asker = askWorker(whole);
    return { model, asker, prepare: () => Promise.all([model.rest(), asker.questions()]) };
  });
}

/** A graph from the bytes of graph.columns or graph.json. @throws NoGraphError */
export const openBytes = (bytes: ArrayBuffer, name: string): Loaded =>
  readable(name, () => {
    if (isColumns(bytes)) {
      const columns = openColumns(bytes);
      const model = modelOfColumns(columns);
      if (__SINGLE_FILE__) return { model, asker: askHere(() => columns.toGraph()) };
      const asker = askWorker(() => Promise.resolve(bytes));
      return { model, asker, prepare: () => asker.questions() };
    }
    const graph = loadGraph(new TextDecoder().decode(bytes));
    return { model: modelOf(graph), asker: askHere(() => graph) };
  });

/** What is opened, with papers in it, or why it cannot be. */
function readable(name: string, open: () => Loaded): Loaded {
  try {
    return checked(open());
  } catch (error) {
    if (error instanceof NoGraphError) throw error;
    const why = error instanceof GraphFormatError ? error.message : 'it is damaged';
    throw new NoGraphError('This graph cannot be read', `${name}: ${why}. Build it anew, then reload this page:`, BUILD);
  }
}

/** Whether bytes are a graph rather than papers. */
export const isGraph = (bytes: ArrayBuffer): boolean =>
  isColumns(bytes) || /^\s{0,9}\{"attributes":\{[^}]{0,60}"format":"claimgraph"/.test(new TextDecoder().decode(bytes.slice(0, 400)));

function checked(loaded: Loaded): Loaded {
  if (loaded.model.kind.includes(PAPER)) return loaded;
  throw new NoGraphError(
    'The graph holds no papers',
    'Give the build a file with titles and abstracts, then reload this page:',
    'npx claimgraph build FILE --out graph',
  );
}
