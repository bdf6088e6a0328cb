import { ROLES, type Doc, type Entity, type Mark, type Role } from '../../src/model.ts';
import { Attribute } from './attribute.ts';
import type { Names } from './names.ts';
import { ranksOf, rawScore, type Forest } from './select/forest.ts';

/** Tells how a paper stands to each of its techniques: the likeliest role by the words around its mentions, its place and the looks of its name. */
export function roleReader(doc: Doc, techniques: readonly Entity[], forests: readonly Forest[], names: Names): (entity: Entity) => Role {
  const features = roleFeatures(doc, techniques, names);
  return (entity) => {
    const row = ranksOf(features(entity));
    let [role, best]: [Role, number] = ['mentioned', -Infinity];
    for (let i = 0; i < forests.length; i++) {
      const score = rawScore(forests[i]!, row, best);
      if (score > best) [role, best] = [ROLES[i]!, score];
    }
    return role;
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

/** Numbers of place and looks, of the cues, and of the standing among the others. */
const [LOOKS, CUED, STANDING] = [28, CUES.length * REACH.length * 2, 7];

/**
 * Makes the row of numbers of a technique: place and looks of the name, for each kind of cue the share of its mentions that have it
 * at each reach, and how it stands among the others. A row lasts until the next is made.
 */
export function roleFeatures(doc: Doc, techniques: readonly Entity[], names: Names): (entity: Entity) => Float64Array {
  const cues = cuesBySentence(doc);
  const colon = doc.paper.title.search(/:\s/);
  const ours = oursIn(doc);
  const others = standing(techniques);
  const row = new Float64Array(LOOKS + CUED + STANDING);
  return (entity) => {
    row.fill(0);
    placeAndLooks(doc, entity, colon, ours, names, row);
    for (const mark of entity.mentions) countCues(doc, mark, cues(mark.sentence), 1 / entity.mentions.length, row);
    others(entity, row);
    return row;
  };
}

/**
 * Place and looks of a name.
 * @param colon where the title has one
 * @param ours the first sentence that speaks of the paper's own work
 */
function placeAndLooks(doc: Doc, { name, forms, mentions }: Entity, colon: number, ours: number, names: Names, row: Float64Array): void {
  const { text, sentences } = doc;
  const all = mentions.map(({ start, end }) => names.at(doc, start, end));
  const looks =
    all[
      Math.max(
        0,
        mentions.findIndex(({ start }) => text.startsWith(name, start)),
      )
    ]!;
  const count = mentions.length;
  const body = Math.max(1, sentences.length - 1);
  let [titled, headed, alone, bracketed, hyphened, plural, before, turning] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const { start, end, sentence } of mentions) {
    if (sentence > 0 && sentence < ours) before++;
    if (sentence === ours) turning = 1;
    if (sentence === 0) {
      titled++;
      if (colon > 0 && end <= colon) headed++;
    }
    if (start === 0 && end === colon) alone++;
    if (text.charCodeAt(start - 1) === BRACKET) bracketed++;
    if (text.charCodeAt(end) === HYPHEN) hyphened++;
    if (text.charCodeAt(end - 1) === S && !/\w/.test(text.charAt(end))) plural++;
  }
  let at = 0;
  row[at++] = count;
  row[at++] = mentions[0]!.sentence / body;
  row[at++] = mentions[count - 1]!.sentence / body;
  row[at++] = (mentions.find((m) => m.sentence > 0)?.sentence ?? 0) / body;
  row[at++] = titled / count;
  row[at++] = headed / count;
  row[at++] = alone / count;
  const listed = names.listed(looks);
  row[at++] = listed ? 1 : 0;
  row[at++] = listed || all.some((n) => n !== looks && names.listed(n)) ? 1 : 0;
  row[at++] = forms.length;
  row[at++] = looks.looksLikeName ? 1 : 0;
  row[at++] = all.some((n) => n.looksLikeName) ? 1 : 0;
  row[at++] = looks.words;
  row[at++] = name.length;
  row[at++] = looks.capital ? 1 : 0;
  row[at++] = looks.capitals / name.length;
  row[at++] = looks.digits ? 1 : 0;
  row[at++] = bracketed / count;
  row[at++] = hyphened / count;
  row[at++] = plural / count;
  row[at++] = sentences.length;
  row[at++] = mentions[0]!.sentence - ours;
  row[at++] = before / count;
  row[at++] = turning;
  for (const common of [looks.most, looks.least, looks.last, looks.first]) row[at++] = common;
}

/** Words of authors on what is theirs: "we", "here", "this paper", which is two words. */
const [NOT_OURS, OURS, THIS, PAPER] = [0, 1, 2, 3];
const owns = new Attribute(({ lower }) =>
  /\b(?:we|our|here)\b/.test(lower)
    ? OURS
    : /\bthis$/.test(lower)
      ? THIS
      : /^(?:paper|work|study|article)\b/.test(lower)
        ? PAPER
        : NOT_OURS,
);

/** The first sentence of the abstract in which the authors speak of their own work: what comes before it is what others did. */
function oursIn({ text, tokens, sentences }: Doc): number {
  const { starts, ends } = tokens;
  for (let s = 1; s < sentences.length; s++) {
    const { from, to } = sentences[s]!;
    for (let i = from; i < to; i++) {
      const word = owns.at(tokens, i);
      if (word === OURS) return s;
      if (word === THIS && i + 1 < to && owns.at(tokens, i + 1) === PAPER && text.slice(ends[i], starts[i + 1]) === ' ') return s;
    }
  }
  return sentences.length;
}

const [BRACKET, HYPHEN, S] = [40, 45, 115];

/** Tokens of a sentence that are cues, found once a sentence. */
function cuesBySentence({ tokens, sentences }: Doc): (sentence: number) => readonly number[] {
  const known: number[][] = [];
  return (sentence) => {
    let found = known[sentence];
    if (found) return found;
    found = known[sentence] = [];
    const { from, to } = sentences[sentence]!;
    for (let i = from; i < to; i++) if (kinds.at(tokens, i).length) found.push(i);
    return found;
  };
}

/** Kinds of cues met at a mention. */
const seen = new Uint8Array(CUED);

/** Adds the share of one mention to every kind of cue that stands before or after it, at each reach. */
function countCues({ tokens, sentences }: Doc, mark: Mark, cues: readonly number[], share: number, row: Float64Array): void {
  const { from, to } = sentences[mark.sentence]!;
  const { starts, ends } = tokens;
  let first = from;
  while (first < to && starts[first]! < mark.start) first++;
  let next = first;
  while (next < to && starts[next]! < mark.end) next++;
  seen.fill(0);
  for (const i of cues) {
    if (ends[i]! > mark.start && starts[i]! < mark.end) continue;
    const after = starts[i]! >= mark.end ? 1 : 0;
    const distance = after ? i - next + 1 : first - i;
    let nearest = 0;
    while (nearest < REACH.length && distance > REACH[nearest]!) nearest++;
    for (const c of kinds.at(tokens, i))
      for (let r = nearest; r < REACH.length; r++) {
        const at = (c * REACH.length + r) * 2 + after;
        if (seen[at]) break; // and so at every longer reach
        seen[at] = 1;
        row[LOOKS + at]! += share;
      }
  }
}

/** How a technique stands among the paper's others: how many there are, its place in the order of first mentions, names in the title. */
function standing(techniques: readonly Entity[]): (entity: Entity, row: Float64Array) => void {
  let [most, titled] = [0, 0];
  for (const { mentions } of techniques) {
    most = Math.max(most, mentions.length);
    if (mentions[0]!.sentence === 0) titled++;
  }
  return (entity, row) => {
    const { name, mentions } = entity;
    let [place, beside, within, around] = [0, 0, 0, 0];
    for (let i = 0; i < techniques.length; i++) {
      const other = techniques[i]!;
      if (other === entity) {
        place = i;
        continue;
      }
      if (meet(mentions, other.mentions)) beside++;
      if (other.name.length > name.length && other.name.includes(name)) within = 1;
      else if (name.length > other.name.length && name.includes(other.name)) around = 1;
    }
    let at = LOOKS + CUED;
    row[at++] = techniques.length;
    row[at++] = place / techniques.length;
    row[at++] = mentions.length / most;
    row[at++] = titled - (mentions[0]!.sentence === 0 ? 1 : 0);
    row[at++] = beside;
    row[at++] = around;
    row[at++] = within;
  };
}

/** Do two names stand in one sentence? Both in text order. */
function meet(a: readonly Mark[], b: readonly Mark[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const apart = a[i]!.sentence - b[j]!.sentence;
    if (apart === 0) return true;
    if (apart < 0) i++;
    else j++;
  }
  return false;
}

const ANY_CUE = new RegExp(CUES.map(({ source }) => source).join('|'));

/** The kinds of cue that a word is. */
const kinds = new Attribute(({ lower }) => (ANY_CUE.test(lower) ? CUES.flatMap((cue, c) => (cue.test(lower) ? [c] : [])) : NONE));
const NONE: readonly number[] = [];
