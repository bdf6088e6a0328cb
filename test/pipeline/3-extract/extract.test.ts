import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExtractors } from '../../../pipeline/3-extract/extract.ts';
import type { Extractor, Layers } from '../../../pipeline/3-extract/layers.ts';
import { createRunner, ExtractorOrderError } from '../../../pipeline/3-extract/runner.ts';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import { compromise } from '../../../pipeline/compromise.ts';
import { createExtraction } from '../../../pipeline/extraction.ts';
import { loadKnowledge } from '../../../pipeline/knowledge.ts';
import { textOf, type Doc, type Record } from '../../../src/model.ts';
import { seedPapers } from '../../helpers/seeds.ts';

const knowledge = loadKnowledge();
const extract = createExtraction(knowledge);

/** What holds of every record, whatever the text. */
function check(record: Record): void {
  const text = textOf(record);
  const inside = ({ start, end, sentence }: { start: number; end: number; sentence: number }): void => {
    expect(start).toBeLessThan(end);
    const [from, to] = record.sentences[sentence]!;
    expect(start >= from && end <= to).toBe(true);
  };
  const places: [number, number][] = [];
  for (const entity of record.entities) {
    expect(entity.forms).toContain(entity.name);
    expect(new Set(entity.mentions.map((m) => text.slice(m.start, m.end)))).toEqual(new Set(entity.forms));
    expect(entity.role !== undefined).toBe(entity.type === 'technique');
    expect(entity.by.length).toBeGreaterThan(0);
    for (const mention of entity.mentions) {
      inside(mention);
      places.push([mention.start, mention.end]);
    }
  }
  places.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < places.length; i++) expect(places[i]![0]).toBeGreaterThanOrEqual(places[i - 1]![1]);
  const names = new Set(record.entities.map((e) => e.name));
  for (const result of record.results) {
    inside(result.span);
    expect(text.slice(result.span.start, result.span.end)).toBe(result.value);
    expect(text).toContain(result.evidence);
    for (const slot of [result.baseline, result.dataset, result.hardware]) if (slot !== null) expect(names).toContain(slot);
  }
  for (const claim of record.claims) {
    inside(claim.span);
    expect(text).toContain(claim.evidence);
    for (const slot of [claim.baseline, claim.dataset]) if (slot !== null) expect(names).toContain(slot);
  }
  for (const link of record.links) expect(text).toContain(link);
}

describe('every mention, result and claim is a slice of the text', () => {
  test('in the seed document', () => {
    for (const paper of seedPapers()) check(extract(paper));
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'We propose BSP-Net, ',
      'a novel method called Fast Net (FN), ',
      'outperforms ResNet-50 ',
      'by 2.3% and 8-18x ',
      'on CIFAR-10, CIFAR-100 ',
      'GPUs (A100). ',
      'https://a.b/c). ',
      '\n',
      '10^{19} approx13% ',
      'knowledge distillation (KD) ',
      '−3.0 points ',
      '((',
      '…',
      '__proto__ ',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  test('in any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { maxLength: 4 }), (abstract, title) =>
        check(extract({ id: 'x', title: title.join(''), abstract: abstract.join('') })),
      ),
      { numRuns: 150 },
    );
  });
});

test('the same paper gives the same record, whatever was read before it', () => {
  const papers = seedPapers();
  const once = papers.map((p) => JSON.stringify(extract(p)));
  const fresh = createExtraction(knowledge);
  expect([...papers].reverse().map((p) => JSON.stringify(fresh(p)))).toEqual(once.reverse());
});

test('the order of extractors is checked once', () => {
  const needs = (id: string, needs: string[], gives: string[]) =>
    ({ id, summary: '', needs, gives, extract: () => ({}) }) as unknown as Extractor;
  expect(() => createRunner(createExtractors(knowledge, compromise))).not.toThrow();
  expect(() => createRunner([needs('late', ['mentions'], ['results'])])).toThrow(ExtractorOrderError);
  expect(() =>
    createRunner([needs('a', [], ['candidates']), needs('b', ['candidates'], ['mentions']), needs('c', [], ['candidates'])]),
  ).toThrow(/"c" gives "candidates"/);
});

test('many at once are as one by one, also where one of them fails', () => {
  const papers = seedPapers();
  const broken = { id: 'broken', title: 'A title', abstract: Symbol('none') as unknown as string };
  const records = createExtraction(knowledge).all([...papers.slice(0, 5), broken, ...papers.slice(5)]);
  expect(records.splice(5, 1)[0]).toBeInstanceOf(Error);
  expect(records).toEqual(papers.map((p) => extract(p)));
});

test('what only extractors read goes when the last of them has read it, what records are made of stays', () => {
  const seen: number[] = [];
  const find = (id: string, reads: string[], gives: string[], found: object): Extractor =>
    ({
      id,
      summary: '',
      needs: reads,
      gives,
      extract: ({ candidates }: Layers) => (seen.push(candidates.length), found),
    }) as unknown as Extractor;
  const run = createRunner([
    find('a', [], ['candidates', 'links'], { candidates: [1, 2], links: [1] }),
    find('b', ['candidates', 'links'], ['mentions'], { mentions: [1] }),
    find('c', ['candidates'], ['entities'], { entities: [1] }),
    find('d', ['entities'], ['results'], { results: [1] }),
  ]);
  const [found] = run([parse({ id: 'x', title: 'x', abstract: '' })]);
  expect(seen).toEqual([0, 2, 2, 0]);
  expect(found).toMatchObject({ links: [1], candidates: [], mentions: [1], entities: [1], results: [1] });
});

test('a document in which an extractor fails is left out from there on, and the others are read', () => {
  const links = (id: string, extract: (doc: Doc) => unknown) => ({ id, summary: '', needs: [], gives: ['links'], extract }) as unknown as Extractor; // prettier-ignore
  const seen: string[] = [];
  const run = createRunner([
    links('fails', ({ text }) => {
      if (text.startsWith('b')) throw new Error('no such word');
      return { links: [{ start: 0, end: 1, url: text.trim() }] };
    }),
    links('goes on', ({ text }) => {
      seen.push(text.trim());
      return { links: [] };
    }),
  ]);
  const found = run(['a', 'b', 'c'].map((title) => parse({ id: title, title, abstract: '' })));
  expect(found.map((one) => (one instanceof Error ? one.message : one.links.map(({ url }) => url)))).toEqual([
    ['a'],
    'no such word',
    ['c'],
  ]);
  expect(seen).toEqual(['a', 'c']);
});
