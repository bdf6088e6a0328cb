import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../pipeline/store/line.ts';
import { RecordStore } from '../../../pipeline/store/store.ts';
import { scratch } from '../../helpers/scratch.ts';

type Entries = [title: string, extracted: unknown][];

const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), fc.jsonValue()), {
  selector: ([title]) => title,
  maxLength: 12,
}) as fc.Arbitrary<Entries>;
const keyed = (all: Entries) =>
  all.map(([title, value]) => ({ key: keyOf({ title, abstract: '' }), extracted: Buffer.from(JSON.stringify({ value })) }));

/** A store with some entries, in two appends. */
function made(all: Entries, program = 'one'): string {
  const file = join(scratch(), 'folder', 'records.jsonl');
  const store = RecordStore.open(file, program);
  const half = Math.floor(all.length / 2);
  store.append(keyed(all.slice(0, half)));
  store.append(keyed(all.slice(half)));
  store.close();
  return file;
}

/** What a store holds of some entries, and nothing else. */
function held(store: RecordStore, all: Entries): string[] {
  const found = keyed(all).filter(({ key }) => store.has(key));
  for (const { key, extracted } of found) expect(store.get(key).toString()).toBe(extracted.toString());
  expect(store.size).toBe(found.length);
  return found.map(({ key }) => key);
}

const opened = <T>(file: string, look: (store: RecordStore) => T, program = 'one'): T => {
  const store = RecordStore.open(file, program);
  try {
    return look(store);
  } finally {
    store.close();
  }
};

test('what is added is there, in this store and in the next that opens the file; each line is JSON', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const file = made(all);
      opened(file, (store) => {
        expect(held(store, all)).toHaveLength(all.length);
        expect([store.damaged, store.stale, store.bytes]).toEqual([0, false, statSync(file).size]);
      });
      const lines = readFileSync(file, 'utf8').split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.slice(1).map((line) => (JSON.parse(line) as unknown[])[2])).toEqual(all.map(([, value]) => JSON.parse(JSON.stringify({ value })))); // prettier-ignore
    }),
    { numRuns: 40 },
  );
});

test('a file cut anywhere loses what stands behind the cut, says so, and is added to as before', () => {
  fc.assert(
    fc.property(entries, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const file = made(all);
      const length = Math.floor(statSync(file).size * part);
      truncateSync(file, length);
      const whole = readFileSync(file, 'latin1').split('\n').length - 2;
      opened(file, (store) => {
        expect(held(store, all)).toHaveLength(Math.max(0, whole));
        if (whole >= 0) expect(store.damaged).toBe(readFileSync(file, 'latin1').length < length ? 1 : 0);
        store.append(keyed(all).filter(({ key }) => !store.has(key)));
      });
      opened(file, (store) => {
        expect(held(store, all)).toHaveLength(all.length);
        expect(store.damaged).toBe(0);
      });
    }),
    { numRuns: 60 },
  );
});

test('a byte changed anywhere costs a record or two, and never gives a wrong one', () => {
  fc.assert(
    fc.property(entries.filter((all) => all.length > 2), fc.nat(), fc.integer({ min: 1, max: 255 }), (all, place, change) => {
      const file = made(all);
      const bytes = readFileSync(file);
      bytes[place % bytes.length]! ^= change;
      writeFileSync(file, bytes);
      opened(file, (store) => {
        const kept = held(store, all);
        if (!store.stale) expect(kept.length).toBeGreaterThanOrEqual(all.length - 2);
      });
    }),
    { numRuns: 60 },
  ); // prettier-ignore
});

describe('a store of another version', () => {
  const all: Entries = [['a', 1], ['b', 2]]; // prettier-ignore
  test('is nothing known, and begins anew', () => {
    const file = made(all, 'one');
    opened(file, (store) => expect([store.stale, ...held(store, all)]).toEqual([true]), 'two');
    opened(file, (store) => expect([store.stale, store.size]).toEqual([false, 0]), 'two');
  });
  test.each(['', 'no store', '{}\n', '\n\n'])('so does a file with %j', (text) => {
    const file = made(all);
    writeFileSync(file, text);
    opened(file, (store) => store.append(keyed(all)));
    opened(file, (store) => expect(held(store, all)).toHaveLength(2));
  });
});

describe('compacted', () => {
  const all: Entries = Array.from({ length: 9 }, (_, i) => [`paper ${i}`, 'x'.repeat(1000)]);
  const keys = keyed(all).map(({ key }) => key);

  test('it holds what is kept, and nothing else', async () => {
    const file = made(all);
    appendFileSync(file, '["torn');
    const store = RecordStore.read(file, 'one');
    const keep = (key: string): boolean => key !== keys[3];
    await store.compact(keep);
    expect(statSync(file).size).toBe(store.bytesOf(keep));
    store.close();
    opened(file, (store) => expect(held(store, all)).toEqual(keys.filter((key) => key !== keys[3])));
  });

  test('a build does it when most of the file is used by no paper', async () => {
    const file = made(all);
    for (const [used, left] of [[5, 9], [3, 3]] as const) {
      const store = RecordStore.open(file, 'one');
      const bytes = await store.tidy(new Set(keys.slice(0, used)));
      store.close();
      expect(statSync(file).size).toBe(bytes);
      opened(file, ({ size }) => expect(size).toBe(left));
    } // prettier-ignore
  });
});
