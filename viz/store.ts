/** The state with its history: every change goes through here, into the address and onto the page. */
import { INITIAL, isStep, reduce, toHash, type Action, type State } from './state.ts';

/** Steps kept for going back over. */
const MOST = 200;

export class Store {
  #state: State = INITIAL;
  #past: State[] = [];
  #future: State[] = [];
  /** What the last step changed, so that a slider's many steps are one. */
  #last = '';
  readonly #render: (state: State, before: State) => void;

  constructor(render: (state: State, before: State) => void) {
    this.#render = render;
  }

  get state(): State {
    return this.#state;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  dispatch(action: Action): void {
    const before = this.#state;
    const next = reduce(before, action);
    if (next === before) return;
    const what = action.type === 'filter' ? Object.keys(action.change).join() : '';
    const goesOn = what !== '' && what === this.#last;
    if (action.type !== 'camera') this.#last = what;
    if (goesOn) return this.#go(next, 'replaceState');
    if (isStep(action)) {
      this.#past = [...this.#past.slice(1 - MOST), before];
      this.#future = [];
    }
    this.#go(next, isStep(action) ? 'pushState' : action.type === 'restore' ? null : 'replaceState');
  }

  undo(): void {
    const state = this.#past.pop();
    if (!state) return;
    this.#future.push(this.#state);
    this.#go(state, 'pushState');
  }

  redo(): void {
    const state = this.#future.pop();
    if (!state) return;
    this.#past.push(this.#state);
    this.#go(state, 'pushState');
  }

  #go(next: State, write: 'pushState' | 'replaceState' | null): void {
    const before = this.#state;
    this.#state = next;
    if (write) {
      const hash = toHash(next);
      history[write](null, '', hash ? `#${hash}` : location.pathname + location.search);
    }
    this.#render(next, before);
  }
}
