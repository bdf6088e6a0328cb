import type { Rule } from '../rule.ts';

export const listed: Rule = ({ names, joins, lists }) => {
  const first = new Map<object, number>();
  names.all.forEach(({ type, key, of }, n) => {
    const row = of === undefined ? lists.rowOf(type, key) : undefined;
    if (!row) return;
    const known = first.get(row);
    if (known === undefined) first.set(row, n);
    else joins.join(n, known, 'listed', `"${row.canonical}"`);
  });
};
