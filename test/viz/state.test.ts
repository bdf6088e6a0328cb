import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/graph.ts';
import { OPEN } from '../../viz/filter.ts';
import { MEASURES } from '../../viz/measures.ts';
import { filtered, fromHash, INITIAL, reduce, TABLES, toHash, type Action, type State } from '../../viz/state.ts';

const id = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('community:a', 'paper:2401.1', 'technique:c-plus-plus', '&=#%+,', '__proto__'),
);
const kind = fc.constantFrom(...NODE_KINDS);
const number = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(NaN, Infinity, 0, -0, 1e9));
const month = fc.option(fc.integer({ min: -5, max: 130_000 }));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('select' as const), id: fc.option(id) }),
  fc.record({ type: fc.constant('toggle-kind' as const), kind }),
  fc.record({ type: fc.constant('toggle-community' as const), id }),
  fc.record({ type: fc.constant('only-community' as const), id, all: fc.array(id, { maxLength: 5 }) }),
  fc.record({ type: fc.constant('toggle-link' as const), kind: fc.constantFrom(...EDGE_KINDS) }),
  fc.record({ type: fc.constant('toggle-linked' as const), id }),
  fc.record({
    type: fc.constant('filter' as const),
    change: fc.record({ least: fc.nat(12), said: fc.nat(3), sure: fc.nat(120), from: month, to: month }, { requiredKeys: [] }),
  }),
  fc.record({
    type: fc.constant('ask' as const),
    ask: fc.option(
      fc.record({
        query: fc.constantFrom('related', 'path'),
        params: fc.dictionary(fc.constantFrom('paper', 'a', 'limit'), fc.string({ unit: 'grapheme', maxLength: 9 }), {
          noNullPrototype: true,
        }),
      }),
    ),
  }),
  fc.constant({ type: 'deeper' as const }),
  fc.record({ type: fc.constant('size' as const), size: fc.constantFrom(...MEASURES) }),
  fc.record({ type: fc.constant('table' as const), table: fc.option(fc.constantFrom(...TABLES)) }),
  fc.record({ type: fc.constant('query' as const), text: fc.string({ unit: 'binary', maxLength: 30 }) }),
  fc.record({ type: fc.constant('camera' as const), camera: fc.option(fc.record({ x: number, y: number, ratio: number })) }),
  fc.constant({ type: 'reset-filters' as const }),
);
const reached: fc.Arbitrary<State> = fc.array(action, { maxLength: 12 }).map((actions) => actions.reduce(reduce, INITIAL));

test('every state that can be reached comes back from its address', () => {
  fc.assert(fc.property(reached, (state) => void expect(fromHash(`#${toHash(state)}`)).toEqual(state)));
});

test('any text is an address: it never throws, and what it is read as is stable', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (text) => {
      const state = fromHash(text);
      expect(fromHash(toHash(state))).toEqual(state);
    }),
  );
});

test('toggles undo themselves', () => {
  fc.assert(
    fc.property(reached, kind, id, (state, one, community) => {
      for (const action of [
        { type: 'toggle-kind', kind: one },
        { type: 'toggle-community', id: community },
        { type: 'toggle-linked', id: community },
      ] as const)
        expect(reduce(reduce(state, action), action)).toEqual(state);
    }),
  );
});

test('reset leaves what is selected, sought and looked at', () => {
  fc.assert(
    fc.property(reached, (state) => {
      const after = reduce(state, { type: 'reset-filters' });
      expect(filtered(after)).toBe(false);
      expect(after).toEqual({ ...state, filter: OPEN });
    }),
  );
});

test('"only" shows one community, and all at the second time', () => {
  const all = ['c', 'a', 'b'];
  const once = reduce(INITIAL, { type: 'only-community', id: 'b', all });
  expect(once.filter.hiddenCommunities).toEqual(['a', 'c']);
  expect(reduce(once, { type: 'only-community', id: 'b', all }).filter.hiddenCommunities).toEqual([]);
  expect(reduce(once, { type: 'only-community', id: 'a', all }).filter.hiddenCommunities).toEqual(['b', 'c']);
});

test('nothing changes where nothing changes', () => {
  expect(reduce(INITIAL, { type: 'select', id: null })).toBe(INITIAL);
  expect(reduce(INITIAL, { type: 'query', text: '' })).toBe(INITIAL);
  expect(toHash(INITIAL)).toBe('');
});

test.each([
  ['', INITIAL],
  ['#at=paper:2401.1&least=1', { ...INITIAL, selected: 'paper:2401.1', filter: { ...OPEN, least: 1 } }],
  ['#hide=', { ...INITIAL, filter: { ...OPEN, hiddenKinds: [] } }],
  ['#hide=task,nonsense,paper,task', { ...INITIAL, filter: { ...OPEN, hiddenKinds: ['paper', 'task'] } }],
  ['#cut=uses,nonsense', { ...INITIAL, filter: { ...OPEN, hiddenLinks: ['uses'] } }],
  ['#from=24290&to=24280', { ...INITIAL, filter: { ...OPEN, from: 24280, to: 24290 } }],
  ['#least=-1&said=x&from=1.5', INITIAL],
  ['#ask=path&ask.from=a&ask.to=b', { ...INITIAL, ask: { query: 'path', params: { from: 'a', to: 'b' } } }],
  ['#table=results', { ...INITIAL, table: 'results' }],
  ['#table=nonsense', INITIAL],
  ['#view=1,2', INITIAL],
  ['#view=0.5,0.25,-1', INITIAL],
  ['#view=0.5,0.25,0.5', { ...INITIAL, camera: { x: 0.5, y: 0.25, ratio: 0.5 } }],
  ['#%E0%A4%A', INITIAL],
])('%s is read', (hash, state) => expect(fromHash(hash)).toEqual(state));
