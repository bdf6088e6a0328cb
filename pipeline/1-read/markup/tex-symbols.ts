/** What TeX commands without an argument stand for: those that abstracts use. A command that is not here is read as its name. */
const GREEK = 'alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω'; // prettier-ignore
const SIGNS = 'times:× cdot:· pm:± mp:∓ div:÷ ast:* star:* circ:° deg:° degree:° bullet:• sim:~ simeq:≃ approx:≈ cong:≅ propto:∝ equiv:≡ neq:≠ ne:≠ leq:≤ le:≤ leqslant:≤ geq:≥ ge:≥ geqslant:≥ ll:≪ gg:≫ lt:< gt:> lesssim:≲ gtrsim:≳ infty:∞ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ forall:∀ exists:∃ neg:¬ land:∧ wedge:∧ lor:∨ vee:∨ oplus:⊕ otimes:⊗ odot:⊙ perp:⊥ parallel:∥ mid:| vert:| Vert:‖ ell:ℓ hbar:ℏ prime:′ dagger:† ddagger:‡ S:§ P:¶ copyright:© pounds:£ euro:€ texteuro:€ checkmark:✓ top:⊤ langle:⟨ rangle:⟩ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ lbrace:{ rbrace:}'; // prettier-ignore
const ARROWS = 'to:→ rightarrow:→ longrightarrow:→ Rightarrow:⇒ implies:⇒ leftarrow:← gets:← Leftarrow:⇐ leftrightarrow:↔ Leftrightarrow:⇔ iff:⇔ uparrow:↑ downarrow:↓ mapsto:↦ nearrow:↗ searrow:↘ rightleftharpoons:⇌'; // prettier-ignore
const LETTERS = 'ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł ss:ß i:ı j:ȷ dh:ð DH:Ð th:þ TH:Þ ng:ŋ dj:đ DJ:Đ'; // prettier-ignore
const WRITTEN = 'dots:… ldots:… cdots:… textellipsis:… textendash:– textemdash:— textquoteleft:‘ textquoteright:’ textquotedblleft:“ textquotedblright:” textasciitilde:~ textasciicircum:^ textbackslash:\\ textunderscore:_ textbar:| textless:< textgreater:> textdollar:$ textpercent:% textregistered:® texttrademark:™ textdegree:° textmu:µ textrightarrow:→ colon:: TeX:TeX LaTeX:LaTeX'; // prettier-ignore

export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  [GREEK, SIGNS, ARROWS, LETTERS, WRITTEN]
    .flatMap((row) => row.split(' '))
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

/** Commands for accents, as the combining character that follows the letter. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a',
    H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331',
  }),
); // prettier-ignore

/** Commands that set a font or a size from here on, or guide the typesetter: they say nothing. */
export const SILENT: ReadonlySet<string> = new Set(
  'em it bf tt sc rm sf sl itshape bfseries ttfamily scshape upshape small large Large tiny footnotesize normalsize left right middle big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits nolimits noindent newline par centering protect nobreak allowbreak xspace ensuremath relax space quad qquad newblock bfit'.split(' '),
); // prettier-ignore

/** Commands whose argument is for the typesetter or the bibliography alone. */
export const HIDDEN: ReadonlySet<string> = new Set(
  'cite citep citet citealp citeauthor citeyear ref eqref autoref cref Cref label vspace hspace vskip hskip begin end color usepackage documentclass setlength tag thanks phantom'.split(' '),
); // prettier-ignore

/** Abbreviations that authors define. */
export const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({ ie: 'i.e.', eg: 'e.g.', etal: 'et al.', etc: 'etc.', vs: 'vs.', wrt: 'w.r.t.' }),
);
