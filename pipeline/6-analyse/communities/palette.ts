/**
 * Colours that people with any kind of colour vision can tell apart, the largest community's first: seven of M. Okabe and
 * K. Ito, Color Universal Design, 2008 (the yellow darkened to be seen on white), then five of P. Tol's muted scheme.
 */
const PALETTE = [
  '#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#c9b400',
  '#882255', '#44aa99', '#999933', '#aa4499', '#332288',
]; // prettier-ignore

/** Each round through the palette is mixed further with white, by this much. */
const TINT = 0.35;
const ROUNDS = 3;

/** Colour of the i-th community as #rrggbb. After 36 colours they repeat: names and places tell those apart. */
export function colour(i: number): string {
  const tint = (Math.floor(i / PALETTE.length) % ROUNDS) * TINT;
  const hex = PALETTE[i % PALETTE.length]!;
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `#${channels.map((c) => Math.round(c + (255 - c) * tint).toString(16).padStart(2, '0')).join('')}`; // prettier-ignore
}

/** Colours for those that have none, the first that fewest have. */
export class Colours {
  readonly #uses = new Map(Array.from({ length: PALETTE.length * ROUNDS }, (_, i) => [colour(i), 0]));

  constructor(given: readonly string[]) {
    for (const each of given) this.#uses.set(each, (this.#uses.get(each) ?? 0) + 1);
  }

  next(): string {
    const least = Math.min(...this.#uses.values());
    const [found] = [...this.#uses].find(([, uses]) => uses === least)!;
    this.#uses.set(found, least + 1);
    return found;
  }
}
