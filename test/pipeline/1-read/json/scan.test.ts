import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPS } from '../../../../pipeline/1-read/caps.ts';
import { JsonScanner, type Written } from '../../../../pipeline/1-read/json/scan.ts';

function scan(text: string, size = Infinity): Written[] {
  const scanner = new JsonScanner();
  const found: Written[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...scanner.push(text.slice(at, at + size)));
  return [...found, ...scanner.end()].filter((one) => !('list' in one));
}
const texts = (found: Written[]) =>
  found.map((one) => ('text' in one ? one.text : 'problem' in one ? one.problem : 'note' in one ? one.note : one.list));

describe('the records of JSON', () => {
  it.each<[string, string, unknown[]]>([
    ['an array', '[{"a":1}, {"b":[2]}]', ['{"a":1}', '{"b":[2]}']],
    ['all kinds of values', '[1,"a, ]",null ,true,[2],{}\n]', ['1', '"a, ]"', 'null', 'true', '[2]', '{}']],
    ['an empty array', '[]', []],
    ['nothing', '', []],
    ['objects one after another', '{"a":1}{"b":2}\n{"c":"\\"}"}', ['{"a":1}', '{"b":2}', '{"c":"\\"}"}']],
    ['an envelope', '{"meta":{"results":[3]},"count":2,"results":[{"a":1},{"b":2}],"next":null}', ['{"a":1}', '{"b":2}']],
    ['envelopes one after another', '{"results":[{"a":1}]}\n{"results":[]}\n{"results":[{"b":2}]}', ['{"a":1}', '{"b":2}']],
    ['a list in a message', '{"status":"ok","message":{"total":1,"items":[{"a":1}],"query":{}}}', ['{"a":1}']],
    ['one record in a message', '{"status":"ok","message":{"title":["T"],"items":3}}', ['{"title":["T"],"items":3}']],
    ['a record with a title and results', '{"title":"T","results":[1]}', ['{"title":"T","results":[1]}']],
    ['no list', '{"results":{"a":1}}', ['{"results":{"a":1}}']],
    ["Python's quotes", `[{'a': "it's"}, '{"b": 1}']`, [`{'a': "it's"}`, `'{"b": 1}'`]],
  ])('%s, however it is cut into chunks', (_, text, expected) => {
    for (const size of [1, 2, 3, 7, Infinity]) expect(texts(scan(text, size))).toEqual(expected);
  });

  it.each<[string, string, RegExp[]]>([
    ['cut in a record', '[{"a":1},{"b"', [/^\{"a":1\}$/, /within this record/]],
    ['cut in a string', '[{"a":"x', [/within this record/]],
    ['cut between records', '[{"a":1},', [/^\{"a":1\}$/, /before its "\]"/]],
    ['cut in an envelope', '{"results":[{"a":1}]', [/^\{"a":1\}$/, /before its "\}"/]],
    ['cut before the list', '{"meta":{"a":1},"resu', [/within this record/]],
    ['a bracket too many', '{"a":1}}{"b":2}', [/^\{"a":1\}$/, /"\}" that closes nothing/]],
    ['text after it', '[{"a":1}] and more', [/^\{"a":1\}$/, /no JSON/]],
  ])('%s: what is there is given, and the rest is told', (_, text, expected) => {
    const found = texts(scan(text));
    expect(found).toHaveLength(expected.length);
    for (const [i, one] of expected.entries()) expect(found[i]).toMatch(one);
  });

  it('names the line on which a record begins', () => {
    expect(scan('[\n{"a":\n1},\n\n{"b":2}]').map(({ line }) => line)).toEqual([2, 5]);
  });

  it('a record longer than the cap is refused, and takes no room', () => {
    const scanner = new JsonScanner();
    scanner.push('[{"a":"');
    for (let i = 0; i < 40; i++) scanner.push('x'.repeat(CAPS.record / 8));
    expect(scanner.pending).toBe('');
    expect(scanner.push('"},{"b":2}]')).toMatchObject([{ problem: expect.stringContaining('more than') }, { text: '{"b":2}' }]);
    expect(scanner.end()).toEqual([]);
  });

  const item = fc.oneof(fc.object({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 2 })).map((value) => JSON.stringify(value ?? null));
  const list = fc.array(item, { maxLength: 6 });
  it('gives back the items of any array, however it is written and cut', () => {
    fc.assert(
      fc.property(list, fc.constantFrom('', ' ', '\n  ', '\t'), fc.nat(20), fc.boolean(), (items, space, size, enveloped) => {
        const array = `[${space}${items.join(`${space},${space}`)}${space}]`;
        const text = enveloped ? `{"meta":{"x":[1]},"results":${array},"z":"]"}` : array;
        expect(texts(scan(text, size + 1))).toEqual(items);
      }),
    );
  });

  it('never takes a cut array for a whole one', () => {
    fc.assert(
      fc.property(list, fc.nat(), (items, at) => {
        const text = `[${items.join(',')}]`;
        const found = scan(text.slice(0, at % text.length));
        expect(at % text.length === 0 || found.some((one) => !('text' in one))).toBe(true);
      }),
    );
  });
});
