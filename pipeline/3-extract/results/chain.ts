import { joined, score, scoreWith, type Feature, type Weights } from '../linear.ts';

/** One decision in a row of decisions: what may be chosen, and how each choice sits with the choice before. */
export interface Step {
  /** Features of each choice. */
  rows: readonly (readonly Feature[])[];
  /** Instead of rows: features that each choice shares, joined with its label. */
  shared?: { labels: readonly string[]; features: readonly Feature[] };
  /** Index into `links` for the choice before and this one. */
  link: (before: number, now: number) => number;
  /** Features of each way in which two neighbouring choices can stand to each other. */
  links: Feature[][];
}

/** The features of each choice of a step, joined with its label where they are shared. */
export const rowsOf = ({ rows, shared }: Step): readonly (readonly Feature[])[] =>
  shared ? shared.labels.map((label) => joined(label, shared.features)) : rows;

/** The best row of choices together (Viterbi, 1967), one index a step. */
export function decode(weights: Weights, steps: readonly Step[]): number[] {
  const backs: number[][] = [];
  let totals: number[] = [];
  steps.forEach(({ rows, shared, link, links }, t) => {
    const own = shared ? shared.labels.map((l) => scoreWith(weights, l, shared.features)) : rows.map((row) => score(weights, row));
    if (t === 0) {
      totals = own;
      return;
    }
    const ties = links.map((row) => score(weights, row));
    const back: number[] = [];
    totals = own.map((value, now) => {
      let top = -Infinity;
      let from = 0;
      totals.forEach((total, before) => {
        const sum = total + ties[link(before, now)]!;
        if (sum > top) {
          top = sum;
          from = before;
        }
      });
      back.push(from);
      return top + value;
    });
    backs.push(back);
  });
  if (steps.length === 0) return [];
  let at = totals.indexOf(Math.max(...totals));
  const path = [at];
  for (let t = backs.length - 1; t >= 0; t--) {
    at = backs[t]![at]!;
    path.push(at);
  }
  return path.reverse();
}
