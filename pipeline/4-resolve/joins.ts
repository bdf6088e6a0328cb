import type { JoinRule, PartRule } from '../../src/rules.ts';

/** Two names made one, or kept apart, with the rule that says so. */
export interface Link<Rule> {
  a: number;
  b: number;
  rule: Rule;
  /** What the rule rests on here: counts, a line of a file. */
  note?: string;
}

/**
 * Names that are one, as a forest of joins: each join is remembered with its rule, so that the way between any two names that
 * are one can be told. What must stay apart does, whatever the joins. Union by size with path halving.
 */
export class Joins {
  readonly made: Link<JoinRule>[] = [];
  readonly refused: Link<PartRule>[] = [];
  readonly #parent: Int32Array;
  readonly #size: Int32Array;
  /** For the root of each name that must stay apart from others: those names, and the rule. */
  readonly #apart = new Map<number, { from: number; link: Link<PartRule> }[]>();

  constructor(names: number) {
    this.#parent = Int32Array.from({ length: names }, (_, i) => i);
    this.#size = new Int32Array(names).fill(1);
  }

  root(name: number): number {
    const parent = this.#parent;
    while (parent[name] !== name) name = parent[name] = parent[parent[name]!]!;
    return name;
  }

  one(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  /** Keeps two names apart from now on. */
  part(a: number, b: number, rule: PartRule, note?: string): void {
    const link = { a, b, rule, ...(note !== undefined && { note }) };
    this.refused.push(link);
    for (const [here, from] of [
      [a, b],
      [b, a],
    ] as const) {
      // prettier-ignore
      const root = this.root(here);
      const list = this.#apart.get(root);
      if (list) list.push({ from, link });
      else this.#apart.set(root, [{ from, link }]);
    }
  }

  /** Remembers why two names were not joined, without forbidding that others join them. */
  refuse(a: number, b: number, rule: PartRule, note?: string): void {
    this.refused.push({ a, b, rule, ...(note !== undefined && { note }) });
  }

  /** Makes two names one. @returns whether they are now; they are not where something keeps them apart */
  join(a: number, b: number, rule: JoinRule, note?: string): boolean {
    let [x, y] = [this.root(a), this.root(b)];
    if (x === y) return true;
    const [apartX, apartY] = [this.#apart.get(x), this.#apart.get(y)];
    if (apartX?.some(({ from }) => this.root(from) === y)) return false;
    if (this.#size[x]! < this.#size[y]!) [x, y] = [y, x];
    this.#parent[y] = x;
    this.#size[x]! += this.#size[y]!;
    if (apartX || apartY) this.#apart.set(x, [...(apartX ?? []), ...(apartY ?? [])]);
    this.made.push({ a, b, rule, ...(note !== undefined && { note }) });
    return true;
  }
}
