/** Loads the graph beside the page and starts; says what to do where there is none. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import { start } from './app.ts';
import { loadFrom, NoGraphError } from './load.ts';
import { message } from './panels/message.ts';

const stage = document.getElementById('stage')!;
const chrome = document.getElementById('chrome')!;

try {
  start(await loadFrom(''), stage, chrome);
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
