/** Places what is shown anew, live, in a worker of its own that is loaded for this alone; and puts it back. */
import type { Arranged } from './arrange-worker.ts';
import { unplaced } from './arrangement.ts';
import type { Passing } from './filter.ts';
import type { Model } from './model.ts';

export type Arranging = 'as built' | 'moving' | 'anew';

export interface ArrangerEvents {
  /** Nodes of the model have moved. */
  onMoved(): void;
  onState(state: Arranging): void;
  onError(error: Error): void;
}

export class Arranger {
  readonly #model: Model;
  readonly #events: ArrangerEvents;
  readonly #built: { x: Float32Array; y: Float32Array };
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #worker: Worker | null = null;
  #state: Arranging = 'as built';

  constructor(model: Model, events: ArrangerEvents) {
    this.#model = model;
    this.#events = events;
    this.#built = { x: model.x.slice(), y: model.y.slice() };
  }

  /** Begins; while it moves, stops where it is; else puts all back. */
  next(shown: Passing): void {
    if (this.#state === 'as built') this.#begin(shown);
    else if (this.#state === 'moving') this.#end('anew');
    else this.reset();
  }

  /** Puts every node where the build has placed it. */
  reset(): void {
    if (this.#state === 'as built') return;
    this.#model.x.set(this.#built.x);
    this.#model.y.set(this.#built.y);
    this.#end('as built');
    this.#events.onMoved();
  }

  /** Stops without a word. */
  kill(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #begin(shown: Passing): void {
    const graph = unplaced(this.#model, shown);
    if (graph.rows.length < 2) return;
    const worker = new Worker(new URL('arrange-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.#to('moving');
    worker.addEventListener('message', ({ data: { x, y, done, total } }: MessageEvent<Arranged>) => {
      if (worker !== this.#worker) return;
      if (this.#still.matches && done < total) return worker.postMessage(null);
      graph.rows.forEach((row, i) => {
        this.#model.x[row] = x[i]!;
        this.#model.y[row] = y[i]!;
      });
      if (done === total) this.#end('anew');
      else requestAnimationFrame(() => worker.postMessage(null));
      this.#events.onMoved();
    });
    worker.addEventListener('error', (event) => {
      this.#end('as built');
      this.#events.onError(new Error(event.message || 'the worker that places nodes does not start'));
    });
    worker.postMessage(graph);
  }

  #end(state: Arranging): void {
    this.kill();
    this.#to(state);
  }

  #to(state: Arranging): void {
    this.#state = state;
    this.#events.onState(state);
  }
}
