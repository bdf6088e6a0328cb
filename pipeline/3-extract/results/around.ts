import type { Doc, Mark, Tokens } from '../../../src/model.ts';
import { Attribute } from '../attribute.ts';
import { tokenFrom } from '../spans.ts';

/** A word as features spell it: lower case, digits as 0, not too long. */
export function plain(word: string): string {
  const low = (word.length > 24 ? word.slice(0, 24) : word).toLowerCase();
  return /\d/.test(low) ? low.replace(/\d+/g, '0') : low;
}

const plainForm = new Attribute(({ text }) => plain(text));
/** The word of token `i` as features spell it. */
export const plainAt = (tokens: Tokens, i: number): string => plainForm.at(tokens, i);

/** What stands around an enumeration of mentions; looked up when it is first asked for. */
export class Frame {
  private readonly doc: Doc;
  private readonly first: Mark;
  private readonly last: Mark;
  private words?: { governor: string; follower: string };

  constructor(doc: Doc, first: Mark, last: Mark) {
    this.doc = doc;
    this.first = first;
    this.last = last;
  }

  /** The word that governs it: "over", "on", "outperforms", or '' at the beginning of a clause. */
  get governor(): string {
    return (this.words ??= frameOf(this.doc, this.first, this.last)).governor;
  }

  /** The word after it. */
  get follower(): string {
    return (this.words ??= frameOf(this.doc, this.first, this.last)).follower;
  }
}

const GOVERNORS =
  /^(?:than|over|to|with|against|versus|vs|on|in|of|for|by|from|at|under|across|using|via|as|like|including|and|while|when|where|that|which|is|are|was|baselines?|outperform\w*|surpass\w*|exceed\w*|beat\w*|match\w*|approach\w*|improv\w*|reduc\w*|achiev\w*|increas\w*|reach\w*|accelerat\w*|boost\w*)$/;

/** What a word is before a run of mentions: a sign that begins a clause, or what governs them. */
const [NOTHING, SIGN, GOVERNOR] = [0, 1, 2];
const governs = new Attribute(({ lower }) => (/^[,;:(]$/.test(lower) ? SIGN : GOVERNORS.test(lower) ? GOVERNOR : NOTHING));

/** What governs and what follows a run of mentions. */
function frameOf(doc: Doc, first: Mark, last: Mark): { governor: string; follower: string } {
  const { from, to } = doc.sentences[first.sentence]!;
  const { tokens } = doc;
  const next = tokenFrom(tokens, last.end);
  const follower = next < to ? plainAt(tokens, next) : '';
  let i = tokenFrom(tokens, first.start) - 1;
  for (let steps = 0; i >= from && steps < 7; i--, steps++) {
    const kind = governs.at(tokens, i);
    if (kind === NOTHING) continue;
    const word = tokens.at(i).lower;
    if (kind === SIGN) return { governor: word, follower };
    // "compared to", "relative to"
    const before = (word === 'to' || word === 'with') && i > 0 ? tokens.at(i - 1).lower : '';
    return {
      governor: /^(?:compared|relative|comparison|respect|contrast|superior|comparable)$/.test(before) ? 'compared' : word.slice(0, 8),
      follower,
    };
  }
  return { governor: i < from ? '<s>' : '', follower };
}

const SIGNS_OF_MARKUP = new Set(['$', '\\', '{', '}', '~', '*', '^']);

/** The tokens beside a span within its sentence, without left-over markup, nearest first, in lower case with digits as 0. */
export function beside(doc: Doc, mark: Mark, side: -1 | 1, count: number): string[] {
  const sentence = doc.sentences[mark.sentence]!;
  const words: string[] = [];
  const { tokens } = doc;
  let i = tokenFrom(tokens, side < 0 ? mark.start : mark.end);
  if (side < 0) i--;
  // a token that the span cuts ("0.28M" of "0.28M-parameter") is not beside it
  if (side < 0) while (i >= sentence.from && tokens.ends[i]! > mark.start) i--;
  for (; i >= sentence.from && i < sentence.to && words.length < count; i += side) {
    const word = plainAt(tokens, i);
    if (!SIGNS_OF_MARKUP.has(word)) words.push(word);
  }
  return words;
}
