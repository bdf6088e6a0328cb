import { describe, expect, it } from 'vitest';
import { arxivId, doiOf, globalId, identified } from '../../../pipeline/1-read/ids.ts';

describe('arXiv ids', () => {
  it.each([
    ['2401.00001', '2401.00001', ''],
    ['2401.00001v12', '2401.00001', 'v12'],
    ['0704.0001', '0704.0001', ''],
    ['arXiv:2401.00001v1', '2401.00001', 'v1'],
    ['arXiv: 2401.00001', '2401.00001', ''],
    ['https://arxiv.org/abs/2401.00001v2', '2401.00001', 'v2'],
    ['http://arxiv.org/pdf/2401.00001v2.pdf', '2401.00001', 'v2'],
    ['https://doi.org/10.48550/arXiv.2401.00001', '2401.00001', ''],
    ['10.48550/ARXIV.2401.00001', '2401.00001', ''],
    ['oai:arXiv.org:math/0309136', 'math/0309136', ''],
    ['math.GT/0309136v1', 'math/0309136', 'v1'],
    ['hep-th/9901001', 'hep-th/9901001', ''],
  ])('%s', (text, id, version) => expect(arxivId(text)).toEqual({ id, version }));
  it.each(['', '2401.1', '24010.00001', '10.1000/2401.00001', 'see 2401.00001', 'https://example.org/2401.00001'])('none in %j', (text) =>
    expect(arxivId(text)).toBeNull(),
  );
});

it.each([
  ['10.5555/ABC', '10.5555/abc'],
  ['https://doi.org/10.5555/a(b)c', '10.5555/a(b)c'],
  ['doi:10.5555/x', '10.5555/x'],
  ['http://dx.doi.org/10.1002/(SICI)1097', '10.1002/(sici)1097'],
  ['10.5555/a b', null],
  ['11.5555/x', null],
])('the DOI %s', (text, doi) => expect(doiOf(text)).toBe(doi));

it('ids of one paper are known as such, those that a source made up are not', () => {
  expect(globalId('https://arxiv.org/abs/2401.00001v2')).toBe(globalId('10.48550/arxiv.2401.00001'));
  expect(globalId('https://doi.org/10.5555/X')).toBe(globalId('10.5555/x'));
  for (const made of ['1', 'vaswani2017', 'W123', '']) expect(globalId(made)).toBeNull();
});

it('the best id names the paper, the others are kept', () => {
  expect(identified('key', '10.5555/X', 'https://arxiv.org/abs/2401.00001v2', 'pmid:5', '')).toEqual({
    id: '2401.00001',
    otherIds: ['10.5555/x', '2401.00001v2', 'key', 'pmid:5'],
  });
  expect(identified('', ' ')).toEqual({ id: '' });
});
