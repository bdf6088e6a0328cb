import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { match } from '../../src/overlap.ts';

/** 'aab.' -> 0 0 1 -1 */
const parse = (text: string): Int32Array => Int32Array.from(text, (c) => (c === '.' ? -1 : c.charCodeAt(0) - 97));
const count = (partition: Int32Array): number => Math.max(-1, ...partition) + 1;
const matched = (before: string, now: string) => match(parse(before), count(parse(before)), parse(now), count(parse(now)));

describe('a letter a community, a point for none', () => {
  test.each([
    ['the same', 'aabbb', 'bbaaa', { continues: [1, 0] }],
    ['grown by new papers', 'aa....', 'aaaaaa', { continues: [0] }],
    ['one paper moved', 'aaabbb', 'aabbbb', { continues: [0, 1] }],
    ['merged into the larger', 'aaabb', 'aaaaa', { continues: [0], merged: [{ from: 1, into: 0 }] }],
    ['merged as equals: a new one', 'aabb', 'aaaa', { continues: [-1], merged: [{ from: 0, into: 0 }, { from: 1, into: 0 }], born: [0] }],
    ['split unevenly', 'aaaaa', 'aaabb', { continues: [0, -1], split: [{ from: 0, into: 1 }] }],
    ['split evenly: both new', 'aaaa', 'aabb', { continues: [-1, -1], split: [{ from: 0, into: 0 }, { from: 0, into: 1 }], ended: [0] }],
    ['born of new papers', 'aa..', 'aabb', { continues: [0, -1], born: [1] }],
    ['ended: its papers are in none', 'aabb', 'aa..', { continues: [0], ended: [1] }],
    ['none at all', '', '', { continues: [] }],
  ])('%s: %s, %s', (_, before, now, expected) => {
    const { continues, ...events } = matched(before, now);
    expect({ continues: [...continues], ...events }).toEqual({ merged: [], split: [], born: [], ended: [], ...expected });
  }); // prettier-ignore
});

const anyPartition = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 20, maxLength: 20 }).map((list) => Int32Array.from(list));

test('each community of either side has one fate; none is continued twice', () =>
  fc.assert(
    fc.property(anyPartition, anyPartition, (before, now) => {
      const { continues, merged, split, born, ended } = match(before, 5, now, 5);
      const goesOn = [...continues].filter((c) => c >= 0);
      expect(new Set(goesOn).size).toBe(goesOn.length);
      const old = [...goesOn, ...merged.map(({ from }) => from), ...ended].sort();
      const young = [...[...continues.keys()].filter((c) => continues[c]! >= 0), ...split.map(({ into }) => into), ...born].sort();
      expect([old, young]).toEqual([[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]); // prettier-ignore
    }),
  ));

test('of a partition with itself all go on', () =>
  fc.assert(
    fc.property(anyPartition, (partition) => {
      const { continues } = match(partition, 5, partition, 5);
      continues.forEach((from, c) => expect(from).toBe(partition.includes(c) ? c : -1));
    }),
  ));
