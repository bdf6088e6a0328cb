/** Of two partitions of some papers, which communities are the same, and what became of the others. */
export interface Matched {
  /** For each new community the old one that it continues, or -1. */
  continues: Int32Array;
  /** Old communities most of whose papers went into one new one that continues another. */
  merged: { from: number; into: number }[];
  /** New communities most of whose known papers come from one old one that another continues, or none. */
  split: { from: number; into: number }[];
  /** New communities that are none of these: of new papers, or of papers from everywhere. */
  born: number[];
  /** Old communities that are none of these: their papers are gone, or went everywhere. */
  ended: number[];
}

/**
 * A community goes on in another where more than half of the papers of each that both builds know are in both: no two can go on in
 * one, nor one in two.
 * @param before old community of each paper, -1 for none or for a new paper
 * @param now new community of each paper, -1 for none
 */
export function match(before: Int32Array, befores: number, now: Int32Array, nows: number): Matched {
  const both = new Map<number, number>();
  const old = new Uint32Array(befores);
  const young = new Uint32Array(nows);
  for (let paper = 0; paper < now.length; paper++) {
    const [a, b] = [before[paper]!, now[paper]!];
    if (a >= 0) old[a]!++;
    if (a < 0 || b < 0) continue;
    young[b]!++;
    both.set(a * nows + b, (both.get(a * nows + b) ?? 0) + 1);
  }
  const continues = new Int32Array(nows).fill(-1);
  const target = new Int32Array(befores).fill(-1);
  const origin = new Int32Array(nows).fill(-1);
  for (const [pair, count] of both) {
    const [a, b] = [Math.floor(pair / nows), pair % nows];
    if (2 * count > old[a]!) target[a] = b;
    if (2 * count > young[b]!) origin[b] = a;
  }
  for (let b = 0; b < nows; b++) if (origin[b]! >= 0 && target[origin[b]!] === b) continues[b] = origin[b]!;

  const matched: Matched = { continues, merged: [], split: [], born: [], ended: [] };
  for (let b = 0; b < nows; b++) {
    if (continues[b]! >= 0) continue;
    if (origin[b]! >= 0) matched.split.push({ from: origin[b]!, into: b });
    else matched.born.push(b);
  }
  for (let a = 0; a < befores; a++) {
    const b = target[a]!;
    if (b >= 0 && continues[b] === a) continue;
    if (b >= 0) matched.merged.push({ from: a, into: b });
    else matched.ended.push(a);
  }
  return matched;
}
