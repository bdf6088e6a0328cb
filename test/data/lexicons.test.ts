import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge, parseList } from '../../pipeline/knowledge.ts';
import { normalForm, wordsOf } from '../../src/words.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const FILES = ['datasets', 'hardware', 'metrics', 'tasks', 'techniques', 'general-words'] as const;
const MAX_FORM = 70;

/** Kept in two files on purpose, with the reason. */
const ALLOWED_TWICE = new Map<string, string>([]);

const textOf = (file: string): string => readFileSync(join(DATA, `${file}.txt`), 'utf8');
const linesOf = (file: string): string[] => textOf(file).replace(/\n$/, '').split('\n');
const entriesOf = (file: string): string[] => linesOf(file).filter((line) => !line.startsWith('#'));

/** Forms that match only as they are spelt may differ in case alone ("BEATs" is a model, "BEATS" could be a data set). */
const isSpelt = (form: string): boolean =>
  form.length <= 5 ? form !== form.toLowerCase() : /^[^a-z]+$/.test(form) || (form.length <= 8 && /^\p{L}*\p{Ll}\p{Lu}\p{L}*$/u.test(form));
/** What the matching sees: words in order. */
const keyOf = (form: string): string => (isSpelt(form) ? form.split(/[-\s]+/) : wordsOf(form)).join(' ');
/** What the resolution sees: words run together. */
const joinedOf = (form: string): string => (isSpelt(form) ? form.replace(/[-\s]+/g, '') : normalForm(form));

/** Every "key: first, second" met twice. */
function doubles(forms: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const form of forms) {
    const key = keyOf(form);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, form);
    else found.push(`${key}: ${first}, ${form}`);
  }
  return found;
}

describe.each(FILES)('data/%s.txt', (file) => {
  const entries = entriesOf(file);
  const forms = parseList(textOf(file)).flat();

  test('says at its head what it is and under which licence', () => {
    const head = linesOf(file).slice(0, 5).join('\n');
    expect(head.startsWith('#')).toBe(true);
    expect(head).toMatch(/licence/i);
  });

  test('is in code-unit order', () => {
    for (let i = 1; i < entries.length; i++) expect(entries[i - 1]! < entries[i]!, `${entries[i - 1]} < ${entries[i]}`).toBe(true);
  });

  test('has no empty form, no stray blank, no odd character, no overlong form', () => {
    const bad = entries.filter(
      (line) =>
        line !== line.normalize('NFC') ||
        line !== line.split('|').map((form) => form.trim()).join(' | ') ||
        line.split(' | ').some((form) => form === '' || form.length > MAX_FORM || !/^[\p{L}\p{N} .,'+*&/@^#()!:_%·-]+$/u.test(form) || / {2}/.test(form)),
    );
    expect(bad).toEqual([]);
  });

  test('holds no form without a word, and none twice', () => {
    expect(forms.filter((form) => wordsOf(form).length === 0)).toEqual([]);
    expect(doubles(forms)).toEqual([]);
  });
});

test('forms that the resolution makes one are of one entry', () => {
  for (const file of FILES) {
    const home = new Map<string, string>();
    const found: string[] = [];
    for (const entry of parseList(textOf(file)))
      for (const form of entry) {
        const canonical = home.get(joinedOf(form));
        if (canonical !== undefined && canonical !== entry[0]) found.push(`${file}: ${form} of ${canonical} and of ${entry[0]}`);
        home.set(joinedOf(form), entry[0]!);
      }
    expect(found).toEqual([]);
  }
});

test('no form stands in two files', () => {
  const home = new Map<string, string>();
  const found: string[] = [];
  for (const file of FILES)
    for (const form of parseList(textOf(file)).flat()) {
      const key = joinedOf(form);
      const other = home.get(key);
      if (other !== undefined && other !== file && !ALLOWED_TWICE.has(form)) found.push(`${form}: ${other}, ${file}`);
      home.set(key, file);
    }
  expect(found).toEqual([]);
});

test('no name is made of general words alone', () => {
  const { lists, general } = loadKnowledge();
  const words = new Set(general.map(normalForm));
  const covered = lists.flatMap(({ names }) => names.flat()).filter((form) => wordsOf(form).every((word) => words.has(word)));
  expect(covered).toEqual([]);
});

test.each([
  ['technique', 'latent diffusion model', 'LDM'],
  ['technique', 'knowledge distillation', 'KD'],
  ['dataset', 'CIFAR-10', 'CIFAR10'],
  ['hardware', 'NVIDIA A100', 'A100'],
  ['metric', 'number of parameters', 'parameter count'],
  ['task', 'visual question answering', 'VQA'],
])('%s: "%s" and "%s" are one entry', (type, one, other) => {
  const { lists } = loadKnowledge();
  const names = lists.find((list) => list.type === type)!.names;
  expect(names.filter((entry) => entry.includes(one) && entry.includes(other))).toHaveLength(1);
});
