/**
 * Circles that may touch, found by grids: one for all circles of about one size, its cells as wide as two of them need, so that a few
 * large ones do not make the cells of the many small ones wide. Cells are buckets of a hash table, chained through typed arrays
 * (M. Teschner et al.: Optimized spatial hashing for collision detection of deformable objects, VMV 2003).
 */
export class Near {
  readonly #levels: Level[];
  readonly #levelOf: Uint8Array;
  readonly #cellX: Int32Array;
  readonly #cellY: Int32Array;
  readonly #next: Int32Array;
  #x: Float64Array = new Float64Array();
  #y: Float64Array = new Float64Array();
  readonly #radius: Float64Array;
  readonly #margin: number;

  /** @param margin free space wanted between any two */
  constructor(radius: Float64Array, margin: number) {
    this.#radius = radius;
    this.#margin = margin;
    const largest = radius.reduce((a, b) => Math.max(a, b), 0);
    const smallest = radius.reduce((a, b) => Math.min(a, b), largest);
    const tops: number[] = [];
    for (let top = smallest * RATIO; top < largest; top *= RATIO) tops.push(top);
    tops.push(largest);
    this.#levelOf = Uint8Array.from(radius, (r) => tops.findIndex((top) => r <= top));
    const size = new Uint32Array(tops.length);
    for (const level of this.#levelOf) size[level]!++;
    this.#levels = tops.map((top, level) => new Level(top, margin, size[level]!));
    this.#cellX = new Int32Array(radius.length);
    this.#cellY = new Int32Array(radius.length);
    this.#next = new Int32Array(radius.length);
  }

  /** Takes up where the circles are. */
  place(x: Float64Array, y: Float64Array): void {
    this.#x = x;
    this.#y = y;
    for (const { heads } of this.#levels) heads.fill(-1);
    // from the last, so that each chain is in ascending order
    for (let i = x.length - 1; i >= 0; i--) {
      const level = this.#levels[this.#levelOf[i]!]!;
      const cellX = (this.#cellX[i] = Math.floor(x[i]! / level.cell));
      const cellY = (this.#cellY[i] = Math.floor(y[i]! / level.cell));
      const bucket = level.bucket(cellX, cellY);
      this.#next[i] = level.heads[bucket]!;
      level.heads[bucket] = i;
    }
  }

  /** Visits all circles that may touch one; of two that both are in `taken`, only the one that comes first visits the other. */
  each(i: number, taken: Uint8Array, visit: (i: number, j: number) => void): void {
    for (const level of this.#levels) {
      if (!level.size) continue;
      const reach = this.#radius[i]! + level.top + this.#margin;
      const [fromX, toX] = [Math.floor((this.#x[i]! - reach) / level.cell), Math.floor((this.#x[i]! + reach) / level.cell)];
      const [fromY, toY] = [Math.floor((this.#y[i]! - reach) / level.cell), Math.floor((this.#y[i]! + reach) / level.cell)];
      for (let cellX = fromX; cellX <= toX; cellX++)
        for (let cellY = fromY; cellY <= toY; cellY++)
          for (let j = level.heads[level.bucket(cellX, cellY)]!; j >= 0; j = this.#next[j]!) {
            if (this.#cellX[j] !== cellX || this.#cellY[j] !== cellY || j === i) continue;
            if (j > i || !taken[j]) visit(i, j);
          }
    }
  }
}

/** Largest radius of a level over that of the one below. */
const RATIO = 2;

class Level {
  /** Largest radius. */
  readonly top: number;
  readonly cell: number;
  readonly size: number;
  /** First circle of each bucket, -1 for none. */
  readonly heads: Int32Array;
  readonly #mask: number;

  constructor(top: number, margin: number, size: number) {
    this.top = top;
    this.cell = 2 * top + margin || 1;
    this.size = size;
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, size * 2))));
    this.#mask = this.heads.length - 1;
  }

  bucket(cellX: number, cellY: number): number {
    return (Math.imul(cellX, 73_856_093) ^ Math.imul(cellY, 19_349_663)) & this.#mask;
  }
}
