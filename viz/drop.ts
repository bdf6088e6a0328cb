/** Files dropped on the page, or chosen: a graph opens, papers are read right here. Nothing leaves the machine. */
import { button, el } from './dom.ts';
import { isGraph, NoGraphError, openBytes, type Loaded } from './load.ts';
import { message } from './panels/message.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** Papers in one file above which the reader should rather build a graph with the command. */
const SUMMARY = 400;

/** What becomes of files. */
export interface Taken {
  start(loaded: Loaded): void;
  /** Compares what is shown with another graph; null where nothing is shown. */
  compare: ((bytes: ArrayBuffer, name: string) => Promise<void>) | null;
}

/** Listens for files. */
export function onFiles(chrome: HTMLElement, taken: () => Taken): void {
  const veil = el('div', { id: 'drop', hidden: true }, el('p', {}, 'Drop a graph, or a file of papers'));
  document.body.append(veil);
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    veil.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    veil.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) void openFiles(files, chrome, taken());
  });
}

/** Opens the system's own dialog for files. */
export function chooseFiles(chrome: HTMLElement, taken: Taken): void {
  const input = el('input', { type: 'file', multiple: true });
  input.addEventListener('change', () => {
    if (input.files?.length) void openFiles([...input.files], chrome, taken);
  });
  input.click();
}

async function openFiles(files: readonly File[], chrome: HTMLElement, { start, compare }: Taken): Promise<void> {
  const progress = el('p', { attr: { role: 'status' } });
  const box = el('div', { id: 'reading', attr: { role: 'dialog', 'aria-label': 'Reading files' } }, progress);
  chrome.append(box);
  const says = (text: string) => void (progress.textContent = text);
  try {
    says(`Reading ${files.map(({ name }) => name).join(', ')} …`);
    const inputs = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const [first] = inputs;
    const graph = first && inputs.length === 1 && isGraph(first.bytes) ? first : null;
    const wanted = graph && compare ? await askWhatFor(box, graph.name) : 'open';
    if (graph && compare && wanted === 'compare') {
      says('Comparing …');
      await compare(graph.bytes, graph.name);
    } else if (wanted === 'open') {
      const loaded = graph ? openBytes(graph.bytes, graph.name) : await readPapers(inputs, says);
      box.remove();
      return start(loaded);
    }
    box.remove();
  } catch (error) {
    const known =
      error instanceof NoGraphError
        ? error
        : new NoGraphError('These files cannot be shown', error instanceof Error ? error.message : String(error));
    const report = message(known.message, known.remedy);
    report.id = 'reading';
    report.append(button('act', () => report.remove(), 'go on'));
    box.replaceWith(report);
  }
}

/** A graph may take the place of the one that is shown, or be what it is compared with. */
function askWhatFor(box: HTMLElement, name: string): Promise<'open' | 'compare' | null> {
  return new Promise((resolve) => {
    const choice = (what: 'open' | 'compare' | null, text: string) => button('act', () => {
      acts.remove();
      resolve(what);
    }, text); // prettier-ignore
    const acts = el('p', 'acts', choice('open', 'open it'), choice('compare', 'what is new since it'), choice(null, 'leave it'));
    box.firstElementChild!.textContent = `${name} is a graph.`;
    box.append(acts);
    acts.querySelector('button')!.focus();
  });
}

/** Reads, extracts and builds in a worker of its own, loaded for this alone. */
function readPapers(inputs: readonly { name: string; bytes: ArrayBuffer }[], says: (text: string) => void): Promise<Loaded> {
  if (__SINGLE_FILE__)
    return Promise.reject(
      new NoGraphError(
        'This file opens graphs alone',
        'To have papers read, start the program and drop them on its page:',
        'npx claimgraph serve',
      ),
    );
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('stage' in data) {
        const { stage, done, total } = data;
        const slow = stage === 'extract' && (total ?? 0) > SUMMARY ? '. For so many papers `claimgraph build` is quicker' : '';
        says(`${stage} ${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''}${slow}`);
        return;
      }
      worker.terminate();
      if ('columns' in data) resolve(openBytes(data.columns, 'the papers'));
      else reject(new NoGraphError('No paper was found', [data.error, ...data.messages].join('. ')));
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message || 'the worker that reads papers does not start'));
    });
    worker.postMessage({ inputs } satisfies ToWorker);
  });
}
