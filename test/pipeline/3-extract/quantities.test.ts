import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFigures } from '../../../pipeline/3-extract/quantities.ts';

const read = (text: string) =>
  findFigures(text, 0, text.length).map(({ start, end, quantity: { low, high, unit }, hedge }) => [
    text.slice(start, end),
    low,
    high,
    unit,
    hedge,
  ]);

describe('figures', () => {
  test.each<[string, [string, number, number, string, string][]]>([
    ['a 33.3% gain', [['33.3%', 33.3, 33.3, '%', '']]],
    ['8-18x complexity', [['8-18x', 8, 18, 'x', '']]],
    ['1.04sim2.2times faster', [['1.04sim2.2times', 1.04, 2.2, 'x', '']]],
    ['up to 10,000-fold compact', [['10,000-fold', 10_000, 10_000, 'x', 'up to']]],
    ['0.28M parameters', [['0.28M', 280_000, 280_000, '', '']]],
    ['only 1.81 M parameters', [['1.81 M', 1_810_000, 1_810_000, '', 'only']]],
    ['27 times larger', [['27 times', 27, 27, 'x', '']]],
    ['accuracy of 4.54\\%.', [['4.54\\%', 4.54, 4.54, '%', '']]],
    ['8.75times faster', [['8.75times', 8.75, 8.75, 'x', '']]],
    ['approx13% fewer', [['13%', 13, 13, '%', 'approx']]],
    ['(> 10^{19})', [['10^{19}', 1e19, 1e19, '', '>']]],
    ['10¹⁹ states', [['10¹⁹', 1e19, 1e19, '', '']]],
    ['an error of 1e-5', [['1e-5', 1e-5, 1e-5, '', '']]],
    ['1.5×10^{-3} loss', [['1.5×10^{-3}', 0.0015, 0.0015, '', '']]],
    ['3.2times10^{5} steps', [['3.2times10^{5}', 320_000, 320_000, '', '']]],
    ['about 2 times 10^4 cells', [['2 times 10^4', 20_000, 20_000, '', 'about']]],
    ['two orders of magnitude faster', [['two orders of magnitude', 2, 2, 'orders of magnitude', '']]],
    ['an order of magnitude fewer', [['order of magnitude', 1, 1, 'orders of magnitude', '']]],
    ['a gain of +3.0 points', [['+3.0 points', 3, 3, 'points', '']]],
    ['a shift of \u22120.18 units', [['\u22120.18', -0.18, -0.18, '', '']]],
    [
      'from 71.2 to 74.5',
      [
        ['71.2', 71.2, 71.2, '', ''],
        ['74.5', 74.5, 74.5, '', ''],
      ],
    ],
    ['ranging from 50\\% to 70\\%', [['50\\% to 70\\%', 50, 70, '%', '']]],
    ['by 40% to 200%', [['40% to 200%', 40, 200, '%', '']]],
    ['a drop of 2% - 3%', [['2% - 3%', 2, 3, '%', '']]],
    ['by 20%--50%', [['20%--50%', 20, 50, '%', '']]],
    ['by 1\u20132%', [['1\u20132%', 1, 2, '%', '']]],
    ['8\u201118x smaller', [['8\u201118x', 8, 18, 'x', '']]],
    ['by $8$-$12\\times$', [['8$-$12\\times$', 8, 12, 'x', '']]],
    ['a 24.9$\\times$ gain', [['24.9$\\times$', 24.9, 24.9, 'x', '']]],
    ['${\\it 20.7}\\%$', [['20.7}\\%$', 20.7, 20.7, '%', '']]],
    ['3\u00d7 faster', [['3\u00d7', 3, 3, 'x', '']]],
    ['in {raise.17ex\\scriptstyle\\sim}4 hours', [['4 hours', 4, 4, 'h', '\\sim']]],
    ['within two to four seconds', [['two to four seconds', 2, 4, 's', 'within']]],
    ['over four million parameters', [['four million', 4e6, 4e6, '', 'over']]],
    ['18.1 percentage points', [['18.1 percentage points', 18.1, 18.1, 'points', '']]],
    [
      '1109 tokens/sec at 5.7 FPS',
      [
        ['1109 tokens/sec', 1109, 1109, 'tokens/s', ''],
        ['5.7 FPS', 5.7, 5.7, 'FPS', ''],
      ],
    ],
    ['by 10\ntimes', [['10\ntimes', 10, 10, 'x', '']]],
    ['8K--32K tokens', [['8K--32K', 8000, 32_000, '', '']]],
    ['a mark of 3.3/5', [['3.3/5', 3.3, 3.3, '', '']]],
    ['R2=0.95', [['0.95', 0.95, 0.95, '', '']]],
  ])('%j', (text, figures) => expect(read(text)).toEqual(figures));

  test.each([
    'GPT-4',
    'CIFAR-10',
    'top-1',
    'v5',
    'in 2024',
    '3D',
    '24-month',
    'the 1st',
    'four tasks',
    'a 7B-parameter model',
    'R^2',
    '$x_{10}$',
    'Recall@5',
    'a grid of 16 times 16 times 16',
    '16times16 patches',
    '640 x 480 images',
    'at 1024×1024',
    '$32 \\times 32$ inputs',
    '12-, and 24-month',
  ])('no figure: %s', (text) => expect(read(text)).toEqual([]));

  test('any text: figures lie in bounds, in order, apart, and end where a number or unit ends', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '%',
        '\\%',
        'x',
        '-',
        '--',
        '–',
        ' to ',
        '$',
        '\\times',
        '^{',
        '}',
        'from ',
        '.',
        ',',
        'two ',
        'order of magnitude',
        ' million',
        'K',
        '+',
        '−',
        '~',
        '/5',
        'e-3',
        '\n',
      ),
      fc.nat({ max: 99_999 }).map(String),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, quantity } of findFigures(text, 0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(quantity.low).toBeLessThanOrEqual(quantity.high);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
