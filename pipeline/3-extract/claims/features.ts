import type { ClaimKind } from '../../../src/model.ts';
import { Attribute } from '../attribute.ts';
import { f, type Feature } from '../linear.ts';
import { beside, plain, plainAt } from '../results/around.ts';
import type { Scene } from '../results/scene.ts';
import type { Anchor } from '../results/slots.ts';
import { findCues, rowsFor, type Cue } from './cues.ts';

/** All cues of one kind in one sentence: one claim, if it is one. */
export interface Assertion {
  kind: ClaimKind;
  sentence: number;
  cues: Cue[];
  /** The cue that speaks most plainly. */
  anchor: Anchor;
}

const PLAIN =
  /^(?:\w+ )?(?:outperform|surpass|exceed|superior|better|beat|match|compar|on (?:a )?par|competitiv|rival|the first|first|state|sota|improv\w+ (?:up)?on|improv\w+ over)/;

/** The rows of cues that a word may be part of. */
const allowed = new Attribute(({ text }) => rowsFor(text));

export function findAssertions({ doc }: Scene): Assertion[] {
  const found: Assertion[] = [];
  doc.sentences.forEach(({ start, end, from, to }, sentence) => {
    let rows = 0;
    for (let i = from; i < to; i++) rows |= allowed.at(doc.tokens, i);
    if (rows === 0) return;
    const byKind = new Map<ClaimKind, Cue[]>();
    for (const cue of findCues(doc.text.slice(start, end), start, rows)) {
      const cues = byKind.get(cue.kind);
      if (cues) cues.push(cue);
      else byKind.set(cue.kind, [cue]);
    }
    for (const [kind, cues] of byKind) {
      const cue = cues.find(({ words }) => PLAIN.test(words)) ?? cues[0]!;
      found.push({
        kind,
        sentence,
        cues,
        anchor: { start: cue.start, end: cue.end, sentence, group: -1, place: 0, size: 1, label: plain(cue.words).slice(0, 12) },
      });
    }
  });
  return found;
}

const NEGATION =
  /\b(?:not|no|never|neither|nor|cannot|fails? to|unable|without|rarely|hardly|lack\w{0,3}|struggl\w{0,3}|underperform\w{0,3}|worse)\b/i;
const OLD =
  /\b(?:existing|previous|prior|baselines?|competing|competitors?|competitive|conventional|traditional|other|others|state-of-the-art|current|alternatives?|counterparts?|strong|recent|standard|vanilla)\b/g;
/** What of OLD stands in a word, which may have hyphens. */
const olds = new Attribute<readonly string[]>(({ lower }) => lower.match(OLD) ?? []);
const ours = new Attribute(({ lower }) => /\b(?:we|our|ours|proposed)\b/.test(lower));

/** What speaks for or against an assertion's being a claim of the paper. */
export function claimFeatures(scene: Scene, { sentence, cues, anchor }: Assertion): Feature[] {
  const { doc, mentions, figures } = scene;
  const bounds = doc.sentences[sentence]!;
  const before = beside(doc, anchor, -1, 6);
  const after = beside(doc, anchor, 1, 6);
  const features = [
    f`bias`,
    f`place=${sentence === 0 ? 'title' : Math.min(4, Math.floor((5 * (sentence - 1)) / Math.max(1, doc.sentences.length - 1)))}`,
  ];
  if (sentence === doc.sentences.length - 1) features.push(f`last`);
  if (sentence === doc.sentences.length - 2) features.push(f`last but one`);
  features.push(f`n cues=${Math.min(3, cues.length)}`);
  for (const { words } of cues) features.push(f`cue=${words}`, f`stem=${words.slice(0, 6)}`);
  features.push(
    f`p1=${before[0]}`,
    f`p2=${before[1]}`,
    f`n1=${after[0]}`,
    f`n2=${after[1]}`,
    f`n12=${after[0]} ${after[1]}`,
    f`cue+n1=${anchor.label} ${after[0]}`,
    f`p1+cue=${before[0]} ${anchor.label}`,
  );
  for (const word of before.slice(0, 5)) features.push(f`b=${word}`);
  for (const word of after.slice(0, 5)) features.push(f`a=${word}`);
  for (let i = bounds.from; i < Math.min(bounds.to, bounds.from + 3); i++) features.push(f`s${i - bounds.from}=${plainAt(doc.tokens, i)}`);
  const old = new Set<string>();
  let own = false;
  for (let i = bounds.from; i < bounds.to; i++) {
    own ||= ours.at(doc.tokens, i);
    for (const word of olds.at(doc.tokens, i)) old.add(word);
  }
  if (own) features.push(f`ours`);
  if (NEGATION.test(doc.text.slice(Math.max(bounds.start, anchor.start - 40), anchor.start))) features.push(f`negated`);
  for (const word of old) features.push(f`old=${word}`);
  if (/\b(?:than|over|compared|versus|vs)\b/.test(doc.text.slice(anchor.end, bounds.end))) features.push(f`than`);
  const rest = doc.text.slice(anchor.end, Math.min(bounds.end, anchor.end + 90));
  if (/^[^.;:]{0,80}\bby (?:up to |over |about |more than |an? |as much as |at least |nearly )?[\d$+~]/.test(rest))
    features.push(f`by figure`);
  if (/\b(?:margin|gap)\b/.test(rest)) features.push(f`margin`);
  if (figures.some((f) => f.sentence === sentence && Math.abs(f.start - anchor.end) < 30)) features.push(f`figure near`);
  if (figures.some((f) => f.sentence === sentence && f.end <= anchor.start && anchor.start - f.end < 4)) features.push(f`figure before`);
  const count = figures.filter((f) => f.sentence === sentence).length;
  features.push(f`figures=${Math.min(count, 3)}`);
  const roles = new Set<string>();
  for (const { entity, sentence: s, start } of mentions)
    if (s === sentence) roles.add(`${entity.type} ${entity.role ?? ''} ${start < anchor.start ? 'L' : 'R'}`);
  for (const role of roles) features.push(f`has=${role}`);
  return features;
}
