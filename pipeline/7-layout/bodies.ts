import { alongCurve, DEPTH, part } from './curve.ts';

/** Cells narrower than this part of the distance to them push as one body. */
const THETA = 0.9;
/** Points of a cell that is not divided further, and that are pushed together. */
const FEW = 8;
/** Points too near each other to be told apart push others as one, and not each other. */
const CROWD = 128;

/**
 * Points that push each other away, far ones together: J. Barnes, P. Hut, A hierarchical O(N log N) force-calculation algorithm,
 * Nature 324, 1986. The tree is laid over the points in the order of a Z-curve, in typed arrays that each pass fills anew, and walked
 * once for all points of a cell (J. Barnes, A modified tree code, J. Comp. Phys. 87, 1990).
 */
export class Bodies {
  readonly #order: Uint32Array;
  readonly #codes: Uint32Array;
  /** The points in the order of the curve. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** Cells, each before those in it. */
  #cells = 0;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** First cell that is not in this one. */
  readonly #next: Int32Array;
  readonly #width: Float64Array;
  readonly #centreX: Float64Array;
  readonly #centreY: Float64Array;
  readonly #weight: Float64Array;
  /** What the points of one cell are pushed by: cells as bodies, and single points. */
  readonly #far: Int32Array;
  readonly #near: Int32Array;

  constructor(points: number) {
    this.#order = new Uint32Array(points);
    this.#codes = new Uint32Array(points);
    [this.#x, this.#y, this.#mass] = [new Float64Array(points), new Float64Array(points), new Float64Array(points)];
    const cells = 2 * points + 1; // a cell that is divided has two parts or more
    [this.#from, this.#to, this.#next] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
    [this.#width, this.#weight] = [new Float64Array(cells), new Float64Array(cells)];
    [this.#centreX, this.#centreY] = [new Float64Array(cells), new Float64Array(cells)];
    [this.#far, this.#near] = [new Int32Array(cells), new Int32Array(points)];
  }

  /** Adds to the force on each point `strength` times the masses of it and each other over their distance, away from the other. */
  repel(
    x: Float64Array,
    y: Float64Array,
    mass: Float64Array,
    strength: number,
    forceX: Float64Array,
    forceY: Float64Array,
    theta = THETA,
  ): void {
    if (x.length < 2) return;
    const width = alongCurve(x, y, this.#order, this.#codes);
    for (let i = 0; i < x.length; i++) {
      const point = this.#order[i]!;
      this.#x[i] = x[point]!;
      this.#y[i] = y[point]!;
      this.#mass[i] = mass[point]!;
    }
    this.#cells = 0;
    this.#divide(0, x.length, 0, width);
    for (let cell = 0; cell < this.#cells; cell++) if (this.#next[cell] === cell + 1) this.#push(cell, theta, strength, forceX, forceY);
  }

  /** Makes the cell of some points, then those in it. */
  #divide(from: number, to: number, depth: number, width: number): void {
    const codes = this.#codes;
    // as long as all are in one part, that part is the cell
    while (depth < DEPTH && part(codes[from]!, depth) === part(codes[to - 1]!, depth)) {
      depth++;
      width /= 2;
    }
    const cell = this.#cells++;
    let [weight, sumX, sumY] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      weight += this.#mass[i]!;
      sumX += this.#mass[i]! * this.#x[i]!;
      sumY += this.#mass[i]! * this.#y[i]!;
    }
    this.#from[cell] = from;
    this.#to[cell] = to;
    this.#width[cell] = width;
    this.#weight[cell] = weight;
    this.#centreX[cell] = sumX / weight;
    this.#centreY[cell] = sumY / weight;
    if (to - from > FEW && depth < DEPTH)
      for (let first = from; first < to;) {
        const here = part(codes[first]!, depth);
        let last = first + 1;
        while (last < to && part(codes[last]!, depth) === here) last++;
        this.#divide(first, last, depth + 1, width / 2);
        first = last;
      }
    this.#next[cell] = this.#cells;
  }

  /** Pushes the points of an undivided cell. */
  #push(own: number, theta: number, strength: number, forceX: Float64Array, forceY: Float64Array): void {
    const [from, to] = [this.#from[own]!, this.#to[own]!];
    const [middleX, middleY] = [this.#centreX[own]!, this.#centreY[own]!];
    let reach = 0;
    for (let i = from; i < to; i++) reach = Math.max(reach, Math.hypot(this.#x[i]! - middleX, this.#y[i]! - middleY));
    let [far, near] = [0, 0];
    for (let cell = 0; cell < this.#cells;) {
      const distX = this.#centreX[cell]! - middleX;
      const distY = this.#centreY[cell]! - middleY;
      const distance = Math.sqrt(distX * distX + distY * distY) - reach;
      const isWhole = this.#next[cell] === cell + 1;
      if (this.#width[cell]! < theta * distance || (isWhole && this.#to[cell]! - this.#from[cell]! > CROWD)) this.#far[far++] = cell;
      else if (isWhole) for (let i = this.#from[cell]!; i < this.#to[cell]!; i++) this.#near[near++] = i;
      else {
        cell++;
        continue;
      }
      cell = this.#next[cell]!;
    }
    for (let i = from; i < to; i++) {
      const [x, y] = [this.#x[i]!, this.#y[i]!];
      let [sumX, sumY] = [0, 0];
      for (let k = 0; k < far; k++) {
        const cell = this.#far[k]!;
        const distX = x - this.#centreX[cell]!;
        const distY = y - this.#centreY[cell]!;
        const squared = distX * distX + distY * distY;
        if (squared === 0) continue;
        const force = this.#weight[cell]! / squared;
        sumX += distX * force;
        sumY += distY * force;
      }
      for (let k = 0; k < near; k++) {
        const other = this.#near[k]!;
        const distX = x - this.#x[other]!;
        const distY = y - this.#y[other]!;
        const squared = distX * distX + distY * distY;
        if (squared === 0) continue; // itself, or one on the same spot
        const force = this.#mass[other]! / squared;
        sumX += distX * force;
        sumY += distY * force;
      }
      const point = this.#order[i]!;
      forceX[point]! += sumX * strength * this.#mass[i]!;
      forceY[point]! += sumY * strength * this.#mass[i]!;
    }
  }
}
