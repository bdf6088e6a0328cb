/**
 * Items that share a key, directly or by way of others, as groups; in a group, and among groups by their first item, in the order
 * given. One without a key stands alone. Disjoint sets with path halving (Tarjan and van Leeuwen, 1984).
 */
export function connected<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const parent = Int32Array.from(items, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, i);
      else {
        const [a, b] = [root(known), root(i)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const groups = new Map<number, T[]>();
  for (const [i, item] of items.entries()) {
    const group = groups.get(root(i));
    if (group) group.push(item);
    else groups.set(root(i), [item]);
  }
  return [...groups.values()];
}
