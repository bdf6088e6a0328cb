/**
 * Numbers of the rows that score highest, best first, equal ones in order of number; rows of no score are never among them.
 * Sorts only now and then, so that most of many rows cost one comparison each.
 */
export function best(scores: Float64Array, count: number): number[] {
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || a - b;
  let kept: number[] = [];
  let least = 0;
  scores.forEach((score, row) => {
    if (score <= least) return;
    if (kept.push(row) < 2 * count + 100) return;
    kept = kept.sort(order).slice(0, count);
    least = scores[kept.at(-1)!]!;
  });
  return kept.sort(order).slice(0, count);
}
