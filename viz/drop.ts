/** Files dropped on the page, or chosen: a graph opens, papers are read right here. Nothing leaves the machine. */
import { button, el } from './dom.ts';
import { isGraph, NoGraphError, openBytes, type Loaded } from './load.ts';
import { message } from './panels/message.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** Papers in one file above which the reader should rather build a graph with the command. */
const SUMMARY = 400;

/** Listens for files; `start` gets what became of them. */
export function onFiles(chrome: HTMLElement, start: (loaded: Loaded) => void): void {
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
    if (files.length) void openFiles(files, chrome, start);
  });
}

/** Opens the system's own dialog for files. */
export function chooseFiles(chrome: HTMLElement, start: (loaded: Loaded) => void): void {
  const input = el('input', { type: 'file', multiple: true });
  input.addEventListener('change', () => {
    if (input.files?.length) void openFiles([...input.files], chrome, start);
  });
  input.click();
}

async function openFiles(files: readonly File[], chrome: HTMLElement, start: (loaded: Loaded) => void): Promise<void> {
  const progress = el('p', { attr: { role: 'status' } });
  const box = el('div', { id: 'reading', attr: { role: 'dialog', 'aria-label': 'Reading files' } }, progress);
  chrome.append(box);
  const says = (text: string) => void (progress.textContent = text);
  try {
    says(`Reading ${files.map(({ name }) => name).join(', ')} …`);
    const inputs = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const [first] = inputs;
    const loaded =
      first && inputs.length === 1 && isGraph(first.bytes) ? openBytes(first.bytes, first.name) : await readPapers(inputs, says);
    box.remove();
    start(loaded);
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
