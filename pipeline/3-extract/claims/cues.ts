import type { ClaimKind } from '../../../src/model.ts';

/** Words that may make a claim, by kind. Whether they do is decided by what stands around them. */
const CUES: readonly (readonly [kind: ClaimKind, pattern: string])[] = [
  [
    'outperforms',
    String.raw`\b(?:significantly |substantially |consistently )?(?:outperform\w{0,3}|surpass\w{0,3}|exceed(?:s|ed|ing)?|supersed\w{1,3}|excel(?:s|led|ling)?(?: over)?|outmatch\w{0,3}|dominat(?:es|ed|ing)|beat(?:s|ing)?|outpac\w{1,3}|outstrip\w{0,4}|improv(?:e|es|ed|ing) (?:up)?on|improv(?:e|es|ed|ing) over)\b`,
  ],
  [
    'outperforms',
    String.raw`\b(?:superior(?:ity)?|superior to|better|best|strong(?:er|est)|faster|greater|higher|highest|lower|lowest|larger gains|more (?:accurate|effective|efficient|robust|stable|powerful|reliable|precise|interpretable|accurately|effectively|efficiently|reliably|strongly)(?:ly)?|fewer|top-?(?:1 |performing|scores?|tier)|favou?rabl[ey]|advantages? (?:over|of)|wins?|winning|leading performance|advances?)\b`,
  ],
  [
    'outperforms',
    String.raw`\b(?:(?:significant|substantial|consistent|notable|considerable|clear|large|marked|remarkable|sustained|measurable|strong|dramatic|major)(?:ly)? (?:\w{1,20} ){0,3}(?:improvements?|gains?|improving|boosts?|reductions?)|improvements?|gains?|(?:significantly|consistently|substantially|effectively|markedly|greatly|notably|further|dramatically|considerably|largely|remarkably|steadily)? ?(?:improv(?:e|es|ed|ing)|enhanc(?:e|es|ed|ing)|boost(?:s|ed|ing)?|increas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing))|effectiveness)\b`,
  ],
  [
    'matches',
    String.raw`\b(?:match(?:es|ed|ing)?|compar(?:able|ably)|on (?:a )?par|competitiv(?:e|ely)|rival(?:s|ed|ing|ling)?|similar|same|equivalent|equal(?:s|ly)?|approach(?:es|ed|ing)? (?:the )?(?:\w{1,20} ){0,3}(?:performance|of)|approaching|approaches the|close to|nearly identical|retain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|maintain(?:s|ed|ing)?|without (?:\w{1,20} ){0,3}(?:loss|degradation|sacrific\w{1,4}|compromis\w{1,4}|degrad\w{1,3})|minimal (?:\w{1,20} ){0,2}(?:loss|degradation|impact|drop)|negligible|sacrificing|compromising|parity)\b`,
  ],
  [
    'first',
    String.raw`\b(?:the first|first (?:time|of its kind|work|attempt|study|to)|pioneer(?:s|ing)?|for the first time|one of the first)\b`,
  ],
  [
    'state-of-the-art',
    String.raw`\b(?:state[- ]of[- ]the[- ]arts?|SO[Tt]A|new (?:\w{1,20} ){0,2}(?:record|benchmark|standard|bar)s?|best[- ]in[- ]class|top[- ](?:tier|performing|ranked|one)|leading|ranks? (?:first|top|1st|number one)|(?:first|1st|top) (?:place|rank)|winning solution|pareto[- ](?:front(?:ier)?|optimal)|best(?: overall| performance| results?)?|highest|lowest|strongest)\b`,
  ],
];

export interface Cue {
  kind: ClaimKind;
  start: number;
  end: number;
  /** As written, lower case. */
  words: string;
}

/** Words of which a sentence must hold one for the pattern of that row to match; far quicker to look for. */
const NEEDED: readonly RegExp[] = [
  /\b(?:outperform|surpass|exceed|supersed|excel(?:s|led|ling)?\b|outmatch|dominat(?:es|ed|ing)\b|beat(?:s|ing)?\b|outpac|outstrip|improv(?:e|es|ed|ing)\b)/i,
  /\b(?:superior|better\b|best\b|strong(?:er|est)\b|faster\b|greater\b|highe(?:r|st)\b|lowe(?:r|st)\b|larger\b|more\b|fewer\b|top(?!ic|ol)|favou?rabl|advantages?\b|wins?\b|winning\b|leading\b|advances?\b)/i,
  // what was improved may be glued to how: "significantlyimproves"
  /(?:improv(?:e|es|ed|ing|ements?)|\bgains?|boost(?:s|ed|ing)?|reduc(?:e|es|ed|ing|tions?)|enhanc(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|\beffectiveness)\b/i,
  /\b(?:match(?:es|ed|ing)?\b|compar(?:able|ably)\b|par\b|competitiv|rival|similar\b|same\b|equivalent\b|equal|approach(?:es|ed|ing)?\b|close\b|identical\b|retain|preserv|maintain|without\b|minimal\b|negligible\b|sacrific|compromis|parity\b)/i,
  /\b(?:first\b|pioneer)/i,
  /\b(?:state\b|sota\b|new\b|best\b|top\b|leading\b|ranks?\b|place\b|winning\b|pareto\b|highest\b|lowest\b|strongest\b)/i,
];

const PATTERNS = CUES.map(([kind, pattern], i) => ({ kind, pattern: new RegExp(pattern, 'gi'), needed: NEEDED[i]! }));

/** Which rows a word may be part of a cue of: a bit each. */
export const rowsFor = (word: string): number => PATTERNS.reduce((rows, { needed }, i) => (needed.test(word) ? rows | (1 << i) : rows), 0);

const ALL = (1 << PATTERNS.length) - 1;

/**
 * All cues of a sentence, in text order.
 * @param rows those that its words allow: patterns of others are not tried
 */
export function findCues(sentence: string, offset: number, rows = ALL): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < PATTERNS.length; i++) {
    if (!((rows >> i) & 1)) continue;
    const { kind, pattern } = PATTERNS[i]!;
    for (const match of sentence.matchAll(pattern))
      cues.push({ kind, start: offset + match.index, end: offset + match.index + match[0].length, words: match[0].toLowerCase().trim() });
  }
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
}
