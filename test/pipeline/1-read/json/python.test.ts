import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pythonLiteral } from '../../../../pipeline/1-read/json/python.ts';

it.each<[string, unknown]>([
  [`{'a': None, 'b': [True, False], "c": (1, -2.5, 1e3)}`, { a: null, b: [true, false], c: [1, -2.5, 1000] }],
  [
    `{'it': "it's", 'q': 'a "b" \\'c\\' \\\\ \\n \\x41 \\u00e9 \\U0001f600 \\d'}`,
    { it: "it's", q: `a "b" 'c' \\ \n A \u00e9 \u{1f600} \\d` },
  ],
  ['{}', {}],
  ['[ ]', []],
  [`{'a': 1,}`, { a: 1 }],
  [`{'a': 1`, undefined],
  [`{'a' 1}`, undefined],
  [`{'a': nan}`, undefined],
  [`{'a': 1} x`, undefined],
  [`'\\U00110000'`, undefined],
  ['['.repeat(100) + ']'.repeat(100), undefined],
])('%s', (text, value) => expect(pythonLiteral(text)).toEqual(value));

it('keys of the prototype are keys', () => {
  const value = pythonLiteral(`{'__proto__': {'polluted': True}}`) as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('gives back what repr writes', () => {
  const repr = (value: unknown): string =>
    value === null ? 'None'
    : value === true ? 'True'
    : value === false ? 'False'
    : typeof value === 'number' ? String(value)
    : typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
    : Array.isArray(value) ? `[${value.map(repr).join(', ')}]`
    : `{${Object.entries(value as object).map(([key, each]) => `${repr(key)}: ${repr(each)}`).join(', ')}}`; // prettier-ignore
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('dict'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    dict: fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(pythonLiteral(repr(given))).toEqual(given);
    }),
  );
});
