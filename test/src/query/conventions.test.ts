import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, queryOf } from '../../../src/query/ask.ts';
import { QUERIES } from '../../../src/query/index.ts';
import type { Item, Query } from '../../../src/query/types.ts';
import { ASKED, askedGraph } from '../../helpers/asked.ts';

const graph = askedGraph();
const DECLARED: readonly Query[] = QUERIES;

test('every query is asked', () => expect([...new Set(ASKED.map(([name]) => name))].sort()).toEqual(QUERIES.map(({ id }) => id).sort()));

describe.each(ASKED)('%s %j', (name, params) => {
  const { items, total } = ask(graph, name, params);
  const { item, tables } = queryOf(name);

  test('has items of the declared shape, and an id is always a node', () => {
    expect(items.length).toBeGreaterThan(0);
    for (const each of items) {
      expect(item.parse(each)).toEqual(each);
      if (each.id !== undefined) expect(graph.hasNode(each.id)).toBe(true);
    }
  });

  test('its tables show fields that the items have', () => {
    for (const { columns, rows = (item: Item) => [item] } of tables) {
      const shown = items.flatMap(rows).flatMap((row) => Object.keys(row));
      expect(shown.length === 0 || columns.some((column) => shown.includes(column))).toBe(true);
    }
  });

  test('its pages put together are the whole answer', () => {
    if (!('offset' in queryOf(name).params.shape)) return expect(total).toBe(items.length);
    const all: Item[] = [];
    for (let offset: number | undefined = 0; offset !== undefined;) {
      const page = ask(graph, name, { ...params, limit: 2, offset });
      expect(page.items.length).toBeLessThanOrEqual(2);
      all.push(...page.items);
      offset = page.next;
    }
    expect(all).toEqual(ask(graph, name, { ...params, limit: 1000 }).items);
  });
});

test.each(DECLARED.map((query) => [query.id, query] as const))('%s is declared in full', (_, { summary, params, example, given = [] }) => {
  expect(summary).toMatch(/^[A-Z].*\.$/);
  const { properties = {} } = z.toJSONSchema(params, { io: 'input' });
  for (const property of Object.values(properties)) expect(property).toHaveProperty('description');
  for (const param of [...Object.keys(example), ...given]) expect(properties).toHaveProperty(param);
});
