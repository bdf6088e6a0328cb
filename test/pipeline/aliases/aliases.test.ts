import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AliasesError } from '../../../pipeline/aliases/error.ts';
import { parseAliases, readAliases } from '../../../pipeline/aliases/read.ts';
import { scratch } from '../../helpers/scratch.ts';

const parse = (...lines: string[]): ReturnType<typeof parseAliases> => parseAliases(lines.join('\n'), 'a.yml');
const problemsOf = (...lines: string[]): string[] => {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof AliasesError) return error.message.split('\n');
    throw error;
  }
  return [];
};

test('a file of all sections, with comments, in both ways of writing lists', () =>
  expect(
    parse(
      '# mine',
      'same:',
      '  - [latent diffusion model, LDM]',
      '  - - technique:score-based-model',
      '    - SGM',
      'not: [SAD, "SAD: the scale"]',
      'type:',
      '  FLOPs: metric',
      'drop:',
      '  - 3D',
      '  - "no"',
      '  - 1e5',
    ),
  ).toEqual({
    file: 'a.yml',
    same: [
      [{ name: 'latent diffusion model', line: 3 }, { name: 'LDM', line: 3 }],
      [{ name: 'score-based-model', type: 'technique', line: 4 }, { name: 'SGM', line: 5 }],
    ],
    not: [[{ name: 'SAD', line: 6 }, { name: 'SAD: the scale', line: 6 }]],
    type: [{ name: { name: 'FLOPs', line: 8 }, is: 'metric' }],
    drop: [{ name: '3D', line: 10 }, { name: 'no', line: 11 }, { name: '1e5', line: 12 }],
  })); // prettier-ignore

test.each(['', '# nothing yet', 'same:\nnot:\ntype:\ndrop:\n', '\ufeffdrop: []'])('%j says nothing', (text) =>
  expect(parseAliases(text, 'a.yml')).toEqual({ file: 'a.yml', same: [], not: [], type: [], drop: [] }),
);

describe('a contradiction is told with both lines', () => {
  test.each<[string, string[], string]>([
    ['same and not', ['same: [A, B]', 'not: [B, A]'], 'a.yml, line 2: "B" and "A" are not the same, but line 1 makes them one'],
    ['over two lines', ['same:', '- [A, B]', '- [B, C]', 'not: [A, C]'], 'a.yml, line 4: "A" and "C" are not the same, but lines 2 and 3 make them one'],
    ['in another spelling', ['same: [MobileNet-V2, X]', 'not: [mobilenetv2, x]'], 'a.yml, line 2: "mobilenetv2" and "x" are not the same, but line 1 makes them one'],
    ['of one type', ['same: [A, B]', 'not: [technique:A, B]'], 'a.yml, line 2: "technique:A" and "B" are not the same, but line 1 makes them one'],
    ['a name and itself', ['not: [technique:A, A]'], 'a.yml, line 1: "technique:A" and "A" are one name'],
    ['twice', ['not: [A, A]'], 'a.yml, line 1: "A" stands twice in one list'],
    ['two types', ['type:', '  A: metric', '  a: task'], 'a.yml, line 3: "a" has the type task, but line 2 gives "A" the type metric'],
    ['two types of what is one', ['same: [A, B]', 'type:', '  A: metric', '  B: task'], 'a.yml, line 4: "B" has the type task, but line 3 gives "A" the type metric, and line 1 makes them one'],
    ['dropped and typed', ['type: {A: task}', 'drop: [A]'], 'a.yml, line 2: "A" is dropped, but line 1 gives "A" a type'],
    ['dropped and joined', ['same: [A, B]', 'drop: [B]'], 'a.yml, line 2: "B" is dropped, but line 1 makes it one with another name'],
  ])('%s', (_, lines, problem) => expect(problemsOf(...lines)).toEqual([problem])); // prettier-ignore

  test.each<[string, string[]]>([
    ['the same name of two types', ['not: [technique:SAD, metric:SAD]', 'type: {dataset:SAD: task}']],
    ['the same said twice', ['same: [[A, B], [B, A]]', 'not: [[A, C], [C, A]]', 'type: {A: task, a: task}']],
    ['names that differ in case alone', ['not: [Prism, PRISM]', 'same: [Prism, X]']],
  ])('no contradiction: %s', (_, lines) => expect(problemsOf(...lines)).toEqual([]));
});

test.each<[string, string[], string[]]>([
  ['an unknown section', ['some: [A, B]'], ['a.yml, line 1: "some" is none of same, not, type, drop']],
  [
    'an unknown type',
    ['type:', '  A: colour'],
    ['a.yml, line 2: "colour" is none of the types technique, dataset, hardware, metric, task'],
  ],
  ['a list of one', ['same:', '  - [A]'], ['a.yml, line 2: "same" holds lists of two or more names: - [one name, another]']],
  ['no list', ['not: A'], ['a.yml, line 1: "not" holds lists of two or more names: - [one name, another]']],
  ['drop as a map', ['drop: {A: B}'], ['a.yml, line 1: "drop" holds a list of names: - a name']],
  ['an empty name', ['drop: [""]'], ['a.yml, line 1: a name is missing here']],
  ['a name too long', [`drop: [${'x'.repeat(201)}]`], ['a.yml, line 1: a name of more than 200 characters']],
  ['no map', ['- A'], ['a.yml, line 1: the file holds the keys same, not, type, drop']],
  ['no YAML', ['same:', '  - [A, B'], ['a.yml, line 2: Flow sequence in block collection must be sufficiently indented and end with a ]']],
])('%s is told with its line', (_, lines, problems) => expect(problemsOf(...lines)).toEqual(problems));

test('any text is read, or refused by name', () => {
  const word = fc.constantFrom('same', 'not', 'type', 'drop', ':', '- ', '[', ']', '{', '}', ',', 'A', 'b', '\n', '  ', '&x', '*x', '!!t', '"', "'", '#', '__proto__');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const [first] = problemsOf(words.join(''));
      expect(first === undefined || first.startsWith('a.yml')).toBe(true);
    }),
  );
}); // prettier-ignore

describe('the file', () => {
  test('none is named and none is there: no aliases', () => expect(readAliases()).toBeUndefined());

  test('a named one that is not there is an error', () =>
    expect(() => readAliases(join(scratch(), 'nowhere.yml'))).toThrow('nowhere.yml: no such file: check the path'));

  test('a folder is no file', () => {
    const folder = join(scratch(), 'aliases.yml');
    mkdirSync(folder);
    expect(() => readAliases(folder)).toThrow(AliasesError);
  });

  test('is told by its name alone, whatever the folder', () => {
    const file = join(scratch(), 'mine.yml');
    writeFileSync(file, 'drop: [A]');
    expect(readAliases(file)!.file).toBe('mine.yml');
  });
});
