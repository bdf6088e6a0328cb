import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import { findAcronyms } from '../../../pipeline/3-extract/acronyms.ts';

const pairs = (abstract: string, title = 'T'): string[] => {
  const doc = parse({ id: 'x', title, abstract });
  return findAcronyms(doc).map(({ short, long }) => `${doc.text.slice(short.start, short.end)} = ${doc.text.slice(long.start, long.end)}`);
};

test.each<[string, string[]]>([
  ['We study knowledge distillation (KD) here.', ['KD = knowledge distillation']],
  ['for diffusion probabilistic models (DPMs), which', ['DPMs = diffusion probabilistic models']],
  ['the Kullback-Leibler (KL) divergence', ['KL = Kullback-Leibler']],
  ['a Half-Space Projected Gradient (HSPG) family', ['HSPG = Half-Space Projected Gradient']],
  ['called WLD (Wavelet Latent Diffusion) now', ['WLD = Wavelet Latent Diffusion']],
  ['Wavelet Latent Diffusion, or WaLa, that encodes', ['WaLa = Wavelet Latent Diffusion']],
  ['out-of-memory (OOM) errors', ['OOM = out-of-memory']],
  ['the Open Graph Benchmark (OGB).', ['OGB = Open Graph Benchmark']],
  ['(a) one thing, (b) another', []],
  ['We reach 95% (SOTA) on it (see Fig. 2).', []],
  ['3D Gaussian Splatting (3DGS) is', ['3DGS = 3D Gaussian Splatting']],
  ['an unclosed (KD', []],
])('%j', (abstract, expected) => expect(pairs(abstract)).toEqual(expected));

test('a title that spells out its name', () => {
  expect(pairs('', 'ULSAM: Ultra-Lightweight Subspace Attention Module for Compact Networks')).toEqual([
    'ULSAM = Ultra-Lightweight Subspace Attention Module',
  ]);
  expect(pairs('', 'FBNetV3: Joint Architecture-Recipe Search')).toEqual([]);
});

test('both forms are slices of the text, the short one shorter, its letters in the long one in order', () => {
  const piece = fc.constantFrom('knowledge ', 'distillation ', '(KD', ')', '(', 'KD ', 'or ', ', ', 'A-B ', '. ', 'Deep ', 'x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const doc = parse({ id: 'x', title: pieces.slice(0, 6).join(''), abstract: pieces.join('') });
      for (const { short, long } of findAcronyms(doc)) {
        const [s, l] = [doc.text.slice(short.start, short.end), doc.text.slice(long.start, long.end).toLowerCase()];
        expect(s.length).toBeLessThan(l.length);
        let at = 0;
        for (const c of s
          .replace(/s$/, '')
          .toLowerCase()
          .replace(/[^a-z0-9]/g, ''))
          at = l.indexOf(c, at) + 1 || Infinity;
        expect(at).toBeLessThan(Infinity);
      }
    }),
  );
});
