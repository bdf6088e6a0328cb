/** Asks the whole graph, here or in a worker; the same promises either way. */
import type { KnowledgeGraph } from '../src/graph.ts';
import type { Answered, Answers, Suggestions } from './answers.ts';

export type Call = { id: number } & (
  | { method: 'open'; args: [columns: ArrayBuffer] }
  | { [M in 'ask' | 'suggest' | 'write']: { method: M; args: Parameters<Answers[M]> } }['ask' | 'suggest' | 'write']
);
export type Reply = { id: number; value?: unknown; error?: string };

export interface Asker {
  ask(query: string, params: { readonly [param: string]: string }): Promise<Answered>;
  suggest(text: string, most: number): Promise<Suggestions>;
  write(format: string, nodes: readonly string[], withoutEdges: readonly string[]): Promise<Blob>;
}

/** Asks in this thread; what it takes to answer is loaded when it is first asked. */
export function askHere(graph: () => KnowledgeGraph): Asker {
  let made: Promise<Answers> | undefined;
  const answers = () => (made ??= import('./answers.ts').then(({ Answers }) => new Answers(graph())));
  return {
    ask: async (...args) => (await answers()).ask(...args),
    suggest: async (...args) => (await answers()).suggest(...args),
    write: async (...args) => (await answers()).write(...args),
  };
}

/** Asks in a worker, which gets a copy of the graph in columns. */
export function askWorker(columns: ArrayBuffer): Asker {
  const worker = new Worker(new URL('answers-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  worker.addEventListener('message', ({ data: { id, value, error } }: MessageEvent<Reply>) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker that answers questions does not start'));
  });
  const call = <T>(method: Call['method'], args: unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, method, args });
    });
  call('open', [columns]).catch(() => undefined);
  return {
    ask: (...args) => call('ask', args),
    suggest: (...args) => call('suggest', args),
    write: (...args) => call('write', args),
  };
}
