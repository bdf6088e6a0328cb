/** The whole graph in a worker: asked by message, so that the page never waits. */
import { openColumns } from '../src/columns/open.ts';
import { Answers } from './answers.ts';
import type { Call, Reply } from './asker.ts';

let answers: Answers;

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void (async () => {
    try {
      if (data.method === 'open') {
        answers = new Answers(openColumns(data.args[0]).toGraph());
        postMessage({ id: data.id } satisfies Reply);
        answers.suggest('index', 1); // made now rather than at the first key
      } else {
        const value = await (answers[data.method] as (...args: unknown[]) => unknown).apply(answers, data.args);
        postMessage({ id: data.id, value } satisfies Reply);
      }
    } catch (error) {
      postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
    }
  })();
});
