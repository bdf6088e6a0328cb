/** Numbers by their priority, the least first. */
export class Heap {
  readonly #items: number[] = [];
  readonly #priorities: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(item: number, priority: number): void {
    const [items, priorities] = [this.#items, this.#priorities];
    let at = items.length;
    for (let up = (at - 1) >> 1; at > 0 && priorities[up]! > priority; at = up, up = (at - 1) >> 1) {
      items[at] = items[up]!;
      priorities[at] = priorities[up]!;
    }
    items[at] = item;
    priorities[at] = priority;
  }

  /** Takes the least away. */
  pop(): { item: number; priority: number } {
    const [items, priorities] = [this.#items, this.#priorities];
    const least = { item: items[0]!, priority: priorities[0]! };
    const [item, priority] = [items.pop()!, priorities.pop()!];
    const size = items.length;
    if (size === 0) return least;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down + 1 < size && priorities[down + 1]! < priorities[down]!) down++;
      if (down >= size || priorities[down]! >= priority) break;
      items[at] = items[down]!;
      priorities[at] = priorities[down]!;
      at = down;
    }
    items[at] = item;
    priorities[at] = priority;
    return least;
  }
}
