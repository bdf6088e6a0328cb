/** The heaviest of what is offered, in a heap whose root is the lightest kept: most of a long row costs one comparison each. */
export class Heaviest {
  readonly #limit: number;
  readonly #items: Uint32Array;
  readonly #weights: Float64Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#items = new Uint32Array(limit);
    this.#weights = new Float64Array(limit);
  }

  offer(item: number, weight: number): void {
    if (this.#size < this.#limit) this.#rise(item, weight);
    else if (this.#limit > 0 && lighter(this.#items[0]!, this.#weights[0]!, item, weight)) this.#sink(item, weight);
  }

  /** All that is kept, heaviest first, equal ones by number; then it is empty. */
  drain(): { item: number; weight: number }[] {
    const kept = Array.from({ length: this.#size }, (_, i) => ({ item: this.#items[i]!, weight: this.#weights[i]! }));
    this.#size = 0;
    return kept.sort((a, b) => b.weight - a.weight || a.item - b.item);
  }

  #rise(item: number, weight: number): void {
    let at = this.#size++;
    for (; at > 0;) {
      const up = (at - 1) >> 1;
      if (!lighter(item, weight, this.#items[up]!, this.#weights[up]!)) break;
      this.#put(at, this.#items[up]!, this.#weights[up]!);
      at = up;
    }
    this.#put(at, item, weight);
  }

  /** Takes the place of the root. */
  #sink(item: number, weight: number): void {
    const [items, weights] = [this.#items, this.#weights];
    let at = 0;
    for (let down = 1; down < this.#size; down = 2 * at + 1) {
      if (down + 1 < this.#size && lighter(items[down + 1]!, weights[down + 1]!, items[down]!, weights[down]!)) down++;
      if (!lighter(items[down]!, weights[down]!, item, weight)) break;
      this.#put(at, items[down]!, weights[down]!);
      at = down;
    }
    this.#put(at, item, weight);
  }

  #put(at: number, item: number, weight: number): void {
    this.#items[at] = item;
    this.#weights[at] = weight;
  }
}

/** Of two of one weight the one of the larger number counts as lighter. */
const lighter = (a: number, weight: number, b: number, than: number): boolean => weight < than || (weight === than && a > b);
