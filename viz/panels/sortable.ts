/** A table whose columns sort, by a click or by Enter on their heads. */
import { button, el } from '../dom.ts';

export interface SortColumn<T> {
  name: string;
  /** What rows are sorted by: numbers the greatest first, texts from A; what has none comes last. */
  by(row: T): number | string | null;
}

/**
 * @param rowsOf makes the lines of the body for the rows in their order, which is the given one until a head is clicked; once more turns
 *   it about, a third time brings the given order back
 */
export function sortable<T>(
  columns: readonly SortColumn<T>[],
  rows: readonly T[],
  rowsOf: (rows: readonly T[]) => HTMLElement[],
): HTMLTableElement {
  const body = el('tbody', {}, ...rowsOf(rows));
  let [sorted, turned] = [-1, false];
  const heads = columns.map(({ name }, i) => {
    const sign = el('span', { attr: { 'aria-hidden': 'true' } });
    const head = el(
      'th',
      { scope: 'col', attr: { 'aria-sort': 'none' } },
      button('', () => sortBy(i), name, sign),
    );
    return { head, sign };
  });
  function sortBy(column: number): void {
    if (column !== sorted) [sorted, turned] = [column, false];
    else if (!turned) turned = true;
    else [sorted, turned] = [-1, false];
    for (const [i, { head, sign }] of heads.entries()) {
      head.setAttribute('aria-sort', i !== sorted ? 'none' : turned ? 'descending' : 'ascending');
      sign.textContent = i !== sorted ? '' : turned ? ' ▴' : ' ▾';
    }
    body.replaceChildren(...rowsOf(sorted < 0 ? rows : inOrder(rows, columns[sorted]!, turned)));
  }
  return el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(({ head }) => head))), body);
}

function inOrder<T>(rows: readonly T[], { by }: SortColumn<T>, turned: boolean): T[] {
  const keys = new Map(rows.map((row) => [row, by(row)]));
  const sign = turned ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'number' && typeof y === 'number') return sign * (y - x);
    return sign * (String(x).toLowerCase() < String(y).toLowerCase() ? -1 : 1);
  });
} // prettier-ignore
