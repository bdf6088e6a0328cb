import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { results } from '../../../pipeline/3-extract/results.ts';
import { given, type Name } from './given.ts';

const read = (abstract: string, names: readonly Name[]) => results.extract(given(abstract, names)).results;

const EFFICIENT: Name[] = [
  ['technique', 'FBNet', 'proposed'],
  ['technique', 'EfficientNet', 'baseline'],
  ['technique', 'ResNeSt', 'baseline'],
  ['dataset', 'ImageNet'],
  ['metric', 'FLOPs'],
  ['metric', 'accuracy'],
];

describe('results', () => {
  test.each<[string, Name[], [value: string, metric: string | null, direction: string, baseline?: string | null][]]>([
    [
      'Our FBNet needs up to 2.0x and 7.1x fewer FLOPs than EfficientNet and ResNeSt, respectively.',
      EFFICIENT,
      [
        ['2.0x', 'FLOPs', 'decrease', 'EfficientNet'],
        ['7.1x', 'FLOPs', 'decrease', 'ResNeSt'],
      ],
    ],
    [
      'We achieve approx13% and approx25% reduction in both the FLOPs and parameter counts of MobileNet-V2.',
      [
        ['metric', 'FLOPs'],
        ['metric', 'parameter count'],
        ['technique', 'MobileNet-V2', 'baseline'],
      ],
      [
        ['13%', 'FLOPs', 'decrease', 'MobileNet-V2'],
        ['13%', 'parameter count', 'decrease', 'MobileNet-V2'],
        ['25%', 'FLOPs', 'decrease', 'MobileNet-V2'],
        ['25%', 'parameter count', 'decrease', 'MobileNet-V2'],
      ],
    ],
    ['Our method reduces latency by 33.3%.', [['metric', 'latency']], [['33.3%', 'latency', 'decrease', null]]],
    [
      'Our method achieves 98% accuracy on CIFAR-10.',
      [
        ['metric', 'accuracy'],
        ['dataset', 'CIFAR-10'],
      ],
      [['98%', 'accuracy', 'value', null]],
    ],
    [
      'The model improves accuracy by +3.0 points over ResNet.',
      [
        ['metric', 'accuracy'],
        ['technique', 'ResNet', 'baseline'],
      ],
      [['+3.0 points', 'accuracy', 'increase', 'ResNet']],
    ],
    ['Our method improves accuracy from 71.2% to 74.5%.', [['metric', 'accuracy']], [['74.5%', 'accuracy', 'value', null]]],
    [
      'Our approach achieves an 8.75times speedup over ResNet.',
      [['technique', 'ResNet', 'baseline']],
      [['8.75times', 'speedup', 'increase', 'ResNet']],
    ],
    ['We reduce the memory by two orders of magnitude.', [['metric', 'memory']], [['two orders of magnitude', 'memory', 'decrease', null]]],
  ])('%s', (abstract, names, wanted) =>
    expect(read(abstract, names).map((r) => [r.value, r.metric, r.direction, r.baseline])).toEqual(
      wanted.map(([v, m, d, b]) => [v, m, d, b ?? null]),
    ),
  );

  test.each([
    'We train LLaMA 7B on images of 256x256 pixels with a batch size of 32.',
    'The data set contains 68,000 frames and 3,000 annotated poses of 20 objects.',
    'We evaluate on four tasks and 12 data sets collected in 2024.',
    'We study molecules of up to 20 atoms.',
  ])('claims no figure: %s', (abstract) => expect(read(abstract, [])).toEqual([]));

  test('a value keeps its hedge, its number and its place', () => {
    const abstract = 'First.\nOur method lowers energy by up to 8\u201118x\non ImageNet.';
    const doc = given(abstract, [
      ['metric', 'energy'],
      ['dataset', 'ImageNet'],
    ]);
    const [result] = results.extract(doc).results;
    expect(result).toMatchObject({
      value: '8\u201118x',
      quantity: { low: 8, high: 18, unit: 'x' },
      hedge: 'up to',
      dataset: 'ImageNet',
      direction: 'decrease',
    });
    expect(doc.text.slice(result!.span.start, result!.span.end)).toBe('8\u201118x');
    expect(doc.text).toContain(result!.evidence);
  });

  test('any text: spans slice to values and lie in their sentence; slots hold names of entities', () => {
    const word = fc.constantFrom(
      'We',
      'our',
      'achieves',
      'reduces',
      'accuracy',
      'X-Net',
      'Y',
      '12.5%',
      '3x',
      'and',
      'over',
      'by',
      'up to',
      '.',
      ',',
      'respectively',
      '(',
      ')',
      '\n',
      '2-4',
      'times',
      'faster',
      '71.2',
      'to',
      '$',
      '\\%',
      'both',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }), { maxLength: 60 }),
        (words) => {
          const doc = given(
            words.join(' '),
            [
              ['technique', 'X-Net', 'baseline'],
              ['dataset', 'Y'],
              ['metric', 'accuracy'],
            ],
            words.slice(0, 3).join(' '),
          );
          doc.entities = doc.entities
            .map((e) => ({ ...e, mentions: e.mentions.filter((m) => m.sentence >= 0) }))
            .filter((e) => e.mentions.length > 0);
          for (const { value, span, baseline, dataset, evidence } of results.extract(doc).results) {
            const sentence = doc.sentences[span.sentence]!;
            expect(doc.text.slice(span.start, span.end)).toBe(value);
            expect(span.start >= sentence.start && span.end <= sentence.end).toBe(true);
            expect([null, 'X-Net']).toContain(baseline);
            expect([null, 'Y']).toContain(dataset);
            expect(evidence).toContain(value);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
