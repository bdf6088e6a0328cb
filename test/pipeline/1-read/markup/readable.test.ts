import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable, readableTitle } from '../../../../pipeline/1-read/markup/readable.ts';

const raw = String.raw;

describe('TeX', () => {
  it.each([
    [raw`an F1 of $\sim$80 and $\mathcal{O}(n^2)$, 4.64$\times$, 0.5$^{\circ}$, 11\%pt`, 'an F1 of ~80 and O(n^2), 4.64×, 0.5°, 11%pt'],
    [raw`5.8\%$\uparrow$ at 10$^{-3}$ and 10^{19}; $\ell_1$, L_{joint}, $n^{1+o(1)}$`, '5.8%↑ at 10^-3 and 10^19; ℓ_1, L_joint, n^(1+o(1))'],
    [raw`only $25 now and less than $15 later; $5-$10; (\$148K)`, 'only $25 now and less than $15 later; $5-$10; ($148K)'],
    [raw`Schr\"odinger, B\'ezier, na\"{\i}ve, \"Ust\"un, Do\~nana, F\`ux\`i, \c{c}, Erd\H{o}s, \L{}ukasz, \v{S}`, 'Schrödinger, Bézier, naïve, Üstün, Doñana, Fùxì, ç, Erdős, Łukasz, Š'],
    [raw`a query\'s feature of \method and {\em all} of {\deg}, \emph{\ie} \textbf{E}fficient`, "a query's feature of method and all of °, i.e. Efficient"],
    [raw`around ~9 of alpha~(A) at~\url{https://x.y/~a} or \href{https://g.h/x}{here}\footnote{https://a.b}`, 'around ~9 of alpha (A) at https://x.y/~a or here (https://g.h/x) (https://a.b)'],
    [raw`300\,k $O(L^2 \log L)$ $\frac{a}{b+c}$ $\sqrt{s}$ $\{0,x\}^3$ \(x\) \[y\] $$z$$`, '300 k O(L^2 log L) a/(b+c) √s {0,x}^3 x y z'],
    [raw`\textcolor{red}{x} \color[RGB]{1,2,3}y \cite{k}z $\unicode{x2013}$ $\left(a\right)$ \begin{it}w\end{it}`, 'x y z – (a) w'],
    ["``quoted'' 10--15\\% a -- b a---b --flag", '"quoted" 10–15% a – b a—b --flag'],
    ['a {set} of {a, b} and snake_case and C^ and 2^8', 'a {set} of {a, b} and snake_case and C^ and 2^8'],
    [raw`cut \textbf{here and $x^{2 and \frac{1`, raw`cut textbf{here and $x^{2 and frac{1`],
    ['\\1 million \\', '\\1 million \\'],
  ])('%s', (text, shown) => expect(readable(text)).toBe(shown)); // prettier-ignore

  it("BibTeX's braces are dropped, wherever they stand", () => {
    expect(readableTitle(raw`{BERT}: {P}re-training {\O}f a {{Double}} \{set\}`, { braces: true })).toBe(
      'BERT: Pre-training Øf a Double {set}',
    );
  });
});

describe('tags and entities', () => {
  it.each([
    ['<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One.\n\nTwo.'],
    ['<sec><title>Methods</title><p>We do.</p></sec><sec><title>Why?</title><p>So.</p></sec>', 'Methods: We do.\n\nWhy? So.'],
    ['CO<sub>2</sub>, 10<sup>19</sup>, <i>in vivo</i>, a<br/>b', 'CO2, 10^19, in vivo, a\n\nb'],
    ['p &lt; 0.05 &amp; q &amp;gt; 3 AT&T &eacute;&#x3b1; &nosuch;', 'p < 0.05 & q > 3 AT&T éα &nosuch;'],
    ['&lt;i&gt;escaped&lt;/i&gt; <think> stays </think> 3<x>4', 'escaped <think> stays </think> 3<x>4'],
    ['<alternatives><tex-math>\\documentclass{minimal}\\begin{document}$$x^{2}$$\\end{document}</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives>', 'x^2'],
    ['<mml:math><mml:mn>4</mml:mn></mml:math>', '4'],
  ])('%s', (text, shown) => expect(readable(text)).toBe(shown)); // prettier-ignore
});

describe('lines', () => {
  it.each<[string, boolean, string]>([
    ['hard\nwrapped lines\n', false, 'hard wrapped lines'],
    ['one\n  two', true, 'one\n\ntwo'],
    ['one\n  two', false, 'one two'],
    ['one\n \n\n two\u00a0three', false, 'one\n\ntwo three'],
  ])('%j', (text, indented, shown) => expect(readable(text, { indented })).toBe(shown));
});

it('text without markup stays as it is, but for white space', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abc XYZ 0129 .,;:!?()%+=*/@#|\'"é漢∑') }).filter((text) => !text.includes("''"));
  fc.assert(
    fc.property(plain, (text) => {
      expect(readable(text)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

it('whatever is written ends, in time and in text', () => {
  const piece = fc.constantFrom('\\', '{', '}', '$', '^', '_', '~', '\\frac', '\\"', '\\textbf{', 'a', ' ', '<sup>', '</p>', '&amp;', '<', '\\begin{', '$$', '--', '``', '[', '1', '\n'); // prettier-ignore
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), fc.boolean(), (pieces, braces) => {
      expect(typeof readable(pieces.join(''), { braces })).toBe('string');
    }),
    { numRuns: 500 },
  );
  for (const one of ['{', '\\textbf{', '$x', '\\frac{', '<p', '<jats:alternatives>', '&amp;', '\\begin{document}', '_{', '\\documentclass'])
    expect(readable(one.repeat(4_000)).length).toBeLessThanOrEqual(one.length * 4_000);
});
