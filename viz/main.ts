/** Loads the graph beside the page and starts; says what to do where there is none. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import { start, type Started } from './app.ts';
import { chooseFiles, onFiles, type Taken } from './drop.ts';
import { embedded } from './embedded.ts';
import { loadFrom, NoGraphError, type Loaded } from './load.ts';
import { message } from './panels/message.ts';

const stage = document.getElementById('stage')!;
const chrome = document.getElementById('chrome')!;
/** After so many ms the map is drawn. */
const DRAWN = 300;
let running: Started | undefined;

/** Shows a graph, in place of the one before. */
function show(loaded: Loaded): void {
  const another = running !== undefined;
  running?.stop();
  chrome.replaceChildren();
  if (another) history.pushState(null, '', location.pathname + location.search); // the address spoke of the graph before
  running = start(loaded, stage, chrome, () => chooseFiles(chrome, taken()));
  setTimeout(() => void loaded.prepare?.().catch(() => undefined), DRAWN); // whoever asks for it is told what went wrong
}

const taken = (): Taken => ({ start: show, compare: running ? running.compare : null });

document.documentElement.classList.toggle('embed', new URLSearchParams(location.search).has('embed'));
onFiles(chrome, taken);
try {
  show(await (embedded() ?? loadFrom('')));
} catch (error) {
  const known = error instanceof NoGraphError;
  stage.dataset['ready'] = 'failed';
  chrome.replaceChildren(
    known
      ? message(error.message, error.remedy, error.command)
      : message(
          'The map cannot be drawn',
          `${error instanceof Error ? error.message : String(error)}. It needs WebGL: try another browser, or allow hardware acceleration.`,
        ),
  );
}
