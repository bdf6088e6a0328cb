/** Asks the whole graph, here or in a worker; the same promises either way. */
import type { KnowledgeGraph } from '../src/graph.ts';
import type { Answers } from './answers.ts';

const METHODS = ['questions', 'ask', 'suggest', 'formats', 'write', 'diff'] as const;
type Method = (typeof METHODS)[number];

export type Asker = { readonly [M in Method]: (...args: Parameters<Answers[M]>) => Promise<Awaited<ReturnType<Answers[M]>>> };

export type Call = { id: number; method: Method; args: unknown[] } | { id: number; method: 'open'; args: [columns: ArrayBuffer] };
export type Reply = { id: number; value?: unknown; error?: string };

/** The methods of `Answers`, each by the same way. */
const askerBy = (call: (method: Method, args: unknown[]) => Promise<unknown>): Asker =>
  Object.fromEntries(METHODS.map((method) => [method, (...args: unknown[]) => call(method, args)])) as unknown as Asker;

/** Asks in this thread; what it takes to answer is loaded when it is first asked. */
export function askHere(graph: () => KnowledgeGraph): Asker {
  let made: Promise<Answers> | undefined;
  return askerBy(async (method, args) => {
    const answers = await (made ??= import('./answers.ts').then(({ Answers }) => new Answers(graph())));
    return (answers[method] as (...args: unknown[]) => unknown).apply(answers, args);
  });
}

/** Asks in a worker, which starts, and gets a copy of the graph in columns, when it is first asked. */
export function askWorker(columns: () => Promise<ArrayBuffer>): Asker {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const begin = (): Worker => {
    const worker = new Worker(new URL('answers-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: { id, value, error } }: MessageEvent<Reply>) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(value);
      else call?.reject(new Error(error));
    });
    worker.addEventListener('error', () => {
      for (const { reject } of waiting.values()) reject(new Error('the worker that answers questions does not start'));
    });
    return worker;
  };
  let worker: Worker | undefined;
  const call = (method: Call['method'], args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      (worker ??= begin()).postMessage({ id, method, args });
    });
  let open: Promise<unknown> | undefined;
  return askerBy(async (method, args) => {
    await (open ??= columns().then((bytes) => call('open', [bytes])));
    return call(method, args);
  });
}
