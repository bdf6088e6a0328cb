import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../../../pipeline/3-extract/claims.ts';
import { given, type Name } from './given.ts';

const read = (abstract: string, names: readonly Name[]) =>
  claims.extract(given(`We propose a method. ${abstract}`, names)).claims.map((c) => [c.kind, c.baseline]);
const A: Name = ['technique', 'ResNet', 'baseline'];
const B: Name = ['technique', 'MobileNet', 'baseline'];

describe('claims', () => {
  test.each<[string, Name[], [string, string | null][]]>([
    ['Extensive experiments show that our method consistently outperforms existing methods.', [], [['outperforms', null]]],
    ['Our method outperforms ResNet on ImageNet.', [A], [['outperforms', 'ResNet']]],
    [
      'Our method significantly outperforms ResNet and MobileNet.',
      [A, B],
      [
        ['outperforms', 'ResNet'],
        ['outperforms', 'MobileNet'],
      ],
    ],
    ['Our model performs on par with ResNet.', [A], [['matches', 'ResNet']]],
    ['Our method achieves state-of-the-art performance on public benchmarks.', [], [['state-of-the-art', null]]],
    ['To the best of our knowledge, this is the first work to study it.', [], [['first', null]]],
  ])('%s', (abstract, names, wanted) => expect(read(abstract, names)).toEqual(wanted));

  test.each<[string, Name[]]>([
    ['However, small models do not reliably outperform ResNet.', [A]],
    ['Transformers have recently achieved state-of-the-art results in many areas.', []],
    ['Existing methods struggle to match human performance.', []],
    ['First, we collect data. The first stage encodes the image.', []],
  ])('no claim: %s', (abstract, names) => expect(read(abstract, names)).toEqual([]));

  test('a claim names its data set, sentence and cue', () => {
    const doc = given('We propose a method. Our method outperforms ResNet on ImageNet.', [A, ['dataset', 'ImageNet']]);
    const [claim] = claims.extract(doc).claims;
    expect(claim).toMatchObject({
      kind: 'outperforms',
      baseline: 'ResNet',
      dataset: 'ImageNet',
      evidence: 'Our method outperforms ResNet on ImageNet.',
      span: { sentence: 2 },
    });
    expect(doc.text.slice(claim!.span.start, claim!.span.end)).toBe('outperforms');
  });

  test('any text: spans lie in their sentence', () => {
    const word = fc.constantFrom(
      'Our',
      'outperforms',
      'first',
      'ResNet',
      'state-of-the-art',
      'matches',
      '.',
      ',',
      'not',
      'than',
      'better',
      'on par with',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (words) => {
        const doc = given(words.join(' '), []);
        for (const { span, evidence } of claims.extract(doc).claims) {
          const sentence = doc.sentences[span.sentence]!;
          expect(span.start >= sentence.start && span.end <= sentence.end && span.end > span.start).toBe(true);
          expect(evidence).toBe(doc.text.slice(sentence.start, sentence.end));
        }
      }),
      { numRuns: 200 },
    );
  });
});
