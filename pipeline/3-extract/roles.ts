import { ROLES, type Doc, type Entity, type Mark, type Role } from '../../src/model.ts';
import { wordsOf } from '../../src/words.ts';
import type { Lexeme } from './lexemes.ts';
import { remembered } from './remembered.ts';
import { ranksOf, rawScore, type Forest } from './select/forest.ts';
import { looksLikeName } from './shapes.ts';

type Text = Doc & { lexemes: readonly Lexeme[] };

/** Tells how a paper stands to each of its techniques: the likeliest role by the words around its mentions, its place and the looks of its name. */
export function roleReader(doc: Text, techniques: readonly Entity[], forests: readonly Forest[], looks: LooksOf): (entity: Entity) => Role {
  const features = roleFeatures(doc, techniques, looks);
  return (entity) => {
    const row = ranksOf(features(entity));
    const scores = forests.map((forest) => rawScore(forest, row));
    return ROLES[scores.indexOf(Math.max(...scores))] ?? 'mentioned';
  };
}

/** Kinds of words that say how a paper stands to what is named near them. */
const CUES: readonly RegExp[] = [
  /^(?:propos|introduc|present|develop|devis|design|contribut|formulat|releas)\w*$|^(?:novel|new|first)$/,
  /^(?:call|nam|term|dub|coin|refer)(?:s|ed|e)?$|^namely$/,
  /^(?:we|our|ours)$/,
  /^(?:than|over|against|versus|vs|unlike)$|^(?:compar|outperform|surpass|exceed|beat|rival|match)\w*$/,
  /^(?:baselines?|counterparts?|competitors?|competing|prior|previous|existing|conventional|traditional|standard|vanilla|recent|state-of-the-art|sota|strong|current)$/,
  /^(?:using|use|uses|used|via|through|by|leverag\w*|employ\w*|utili[sz]\w*|adopt\w*|appl(?:y|ies|ied|ying))$/,
  /^(?:bas|buil[dt]|extend|inspir|adapt|finetun|fine-tun|train|initiali[sz]|combin|integrat|incorporat|unif|coupl)\w*$|^(?:on|upon|top|into|with)$/,
  /^(?:such|like|including|e\.g|as|particularly|especially)$/,
  /^(?:of|in|for|to|from|between|across)$/,
  /^(?:but|however|although|while|despite|yet|suffers?|fails?|limited|limitations?|lacks?|struggles?|challeng\w*|problems?|issues?|costly|expensive|require\w*)$/,
  /^(?:achiev|improv|reduc|attain|reach|enabl|provid|consist|compris|demonstrat|show|yield|produc|deliver|learn|generat|allow|address|solv)\w*$/,
  /^(?:recently|emerged|popular|widely|have|has|been|become|success\w*|promising|advances?|progress)$/,
  /^(?:models?|methods?|approach(?:es)?|techniques?|algorithms?|frameworks?|modules?|networks?|architectures?|loss|mechanism|strategy)$/,
  /^(?:is|are|was|were|be|can|that|which)$/,
  /^(?:a|an)$/,
  /^(?:the|this|these|its|their)$/,
  /^(?:evaluat|experiment|validat|test|benchmark|analy[sz]|stud|investigat|compress|accelerat|prun|quanti[sz])\w*$/,
  /^[,;:]$/,
  /^[()]$/,
  /^(?:and|or)$/,
];

/** Before and after a mention: next to it, near it, anywhere in the sentence. */
const REACH = [1, 4, 60] as const;

/** What a name is by itself, in numbers. */
interface Looks {
  /** Is it in the lists, and does it look like a name? */
  known: number;
  named: number;
  words: number;
  /** Does it begin with a capital, how many of its letters are, and has it a digit? */
  capital: number;
  capitals: number;
  digit: number;
}
export type LooksOf = (name: string) => Looks;

/** @param known is a name in the lists? */
export const looksOf = (known: (name: string) => boolean): LooksOf =>
  remembered(20_000, (name) => ({
    known: known(name) ? 1 : 0,
    named: looksLikeName(name) ? 1 : 0,
    words: wordsOf(name).length,
    capital: /^\p{Lu}/u.test(name) ? 1 : 0,
    capitals: (name.match(/\p{Lu}/gu)?.length ?? 0) / name.length,
    digit: /\d/.test(name) ? 1 : 0,
  }));

/** Numbers of place and looks, of the cues, and of the standing among the others. */
const [LOOKS, CUED, STANDING] = [21, CUES.length * REACH.length * 2, 7];

/**
 * Makes the row of numbers of a technique: place and looks of the name, for each kind of cue the share of its mentions that have it
 * at each reach, and how it stands among the others.
 */
export function roleFeatures(doc: Text, techniques: readonly Entity[], looks: LooksOf): (entity: Entity) => Float64Array {
  const cues = cuesBySentence(doc);
  const colon = doc.paper.title.search(/:\s/);
  const others = standing(techniques);
  return (entity) => {
    const row = new Float64Array(LOOKS + CUED + STANDING);
    row.set(placeAndLooks(doc, entity, colon, looks));
    for (const mark of entity.mentions) countCues(doc, mark, cues(mark.sentence), 1 / entity.mentions.length, row);
    row.set(others(entity), LOOKS + CUED);
    return row;
  };
}

/** Place and looks of a name. */
function placeAndLooks({ text, sentences }: Doc, { name, forms, mentions }: Entity, colon: number, looks: LooksOf): number[] {
  const { known, named, words, capital, capitals, digit } = looks(name);
  const count = mentions.length;
  const body = Math.max(1, sentences.length - 1);
  let [titled, headed, alone, bracketed, hyphened, plural] = [0, 0, 0, 0, 0, 0];
  for (const { start, end, sentence } of mentions) {
    if (sentence === 0) {
      titled++;
      if (colon > 0 && end <= colon) headed++;
    }
    if (start === 0 && end === colon) alone++;
    if (text.charCodeAt(start - 1) === BRACKET) bracketed++;
    if (text.charCodeAt(end) === HYPHEN) hyphened++;
    if (text.charCodeAt(end - 1) === S && !/\w/.test(text.charAt(end))) plural++;
  }
  return [
    count,
    mentions[0]!.sentence / body,
    mentions[count - 1]!.sentence / body,
    (mentions.find((m) => m.sentence > 0)?.sentence ?? 0) / body,
    titled / count,
    headed / count,
    alone / count,
    known,
    Math.max(...forms.map((form) => looks(form).known)),
    forms.length,
    named,
    Math.max(...forms.map((form) => looks(form).named)),
    words,
    name.length,
    capital,
    capitals,
    digit,
    bracketed / count,
    hyphened / count,
    plural / count,
    sentences.length,
  ];
}

const [BRACKET, HYPHEN, S] = [40, 45, 115];

/** Tokens of a sentence that are cues, found once a sentence. */
function cuesBySentence({ lexemes, sentences }: Text): (sentence: number) => readonly number[] {
  const known: number[][] = [];
  return (sentence) => {
    let found = known[sentence];
    if (found) return found;
    found = known[sentence] = [];
    const { from, to } = sentences[sentence]!;
    for (let i = from; i < to; i++) if (kindsOf(lexemes[i]!).length) found.push(i);
    return found;
  };
}

/** Kinds of cues met at a mention. */
const seen = new Uint8Array(CUED);

/** Adds the share of one mention to every kind of cue that stands before or after it, at each reach. */
function countCues({ tokens, lexemes, sentences }: Text, mark: Mark, cues: readonly number[], share: number, row: Float64Array): void {
  const { from, to } = sentences[mark.sentence]!;
  let first = from;
  while (first < to && tokens[first]!.start < mark.start) first++;
  let next = first;
  while (next < to && tokens[next]!.start < mark.end) next++;
  seen.fill(0);
  for (const i of cues) {
    const token = tokens[i]!;
    if (token.end > mark.start && token.start < mark.end) continue;
    const after = token.start >= mark.end;
    const distance = after ? i - next + 1 : first - i;
    for (const c of kindsOf(lexemes[i]!))
      for (let r = 0; r < REACH.length; r++) {
        const at = (c * REACH.length + r) * 2 + (after ? 1 : 0);
        if (distance > REACH[r]! || seen[at]) continue;
        seen[at] = 1;
        row[LOOKS + at]! += share;
      }
  }
}

/** How a technique stands among the paper's others: how many there are, its place in the order of first mentions, names in the title. */
function standing(techniques: readonly Entity[]): (entity: Entity) => number[] {
  const most = Math.max(...techniques.map((e) => e.mentions.length));
  const titled = techniques.filter((e) => e.mentions[0]!.sentence === 0).length;
  const sentences = techniques.map((e) => new Set(e.mentions.map((m) => m.sentence)));
  return (entity) => {
    const at = techniques.indexOf(entity);
    const beside = techniques.filter((_, i) => i !== at && entity.mentions.some((m) => sentences[i]!.has(m.sentence))).length;
    return [
      techniques.length,
      at / techniques.length,
      entity.mentions.length / most,
      titled - (entity.mentions[0]!.sentence === 0 ? 1 : 0),
      beside,
      techniques.some((e) => e !== entity && entity.name.length > e.name.length && entity.name.includes(e.name)) ? 1 : 0,
      techniques.some((e) => e !== entity && e.name.length > entity.name.length && e.name.includes(entity.name)) ? 1 : 0,
    ];
  };
}

/** The kinds of cue that a word is. */
const kindsOf = (word: Lexeme): readonly number[] => (word.roleCues ??= CUES.flatMap((cue, c) => (cue.test(word.lower) ? [c] : [])));
