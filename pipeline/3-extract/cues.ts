import type { Doc, EntityType, Sentence } from '../../src/model.ts';
import type { Candidate, Extractor } from './layers.ts';
import type { Lexeme } from './lexemes.ts';
import type { Vocabulary } from './tagger/vocabulary.ts';
import { tagOf, type Compromise, type Tag } from './tags.ts';

/** Noun phrases after words that announce a kind of thing: "we propose X", "called X", "evaluate on X", "the task of X". */
export function cuesExtractor(known: Vocabulary['tag'], compromise: Compromise): Extractor<'lexemes', 'candidates'> {
  const tag: TagOf = (word) =>
    (word.tag ??= known(word.lower) ?? known(word.lower.slice(word.lower.lastIndexOf('-') + 1)) ?? tagOf(word.text, compromise));
  return {
    id: 'cues',
    summary: 'noun phrases after "we propose", "called", "evaluate on", "the task of"',
    needs: ['lexemes'],
    gives: ['candidates'],
    extract: (doc) => ({ candidates: doc.sentences.flatMap((s) => inSentence(doc, s, tag)) }),
  };
}

type TagOf = (word: Lexeme) => Tag;

type Text = Doc & { lexemes: readonly Lexeme[] };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What may follow a word, for the words that announce something. */
const ANNOUNCING: ReadonlyMap<string, Announced> = new Map(
  (
    [
      ['name', 'named called termed dubbed coined namely term call'],
      ['proposal', 'propose proposes introduce introduces present presents develop develops devise design'],
      ['task', 'task'],
      ['evaluation', 'on across over'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, Announced] => [word, kind])),
);
export type Announced = 'name' | 'proposal' | 'task' | 'evaluation' | 'nothing';
const kindOf = (word: Lexeme): Announced => (word.announces ??= ANNOUNCING.get(word.lower) ?? 'nothing');

const EVALUATED = /^(?:evaluat\w*|experiment\w*|results?|benchmark\w*|tested|accuracy|performance|trained|datasets?|validat\w*)$/;
const LISTED = set(', and the both');
const SKIP = set('a an the our novel new simple yet effective efficient first it as and of " \u201c ` \'');
/** How far a phrase may reach, in tokens. */
const REACH = 9;

function inSentence(doc: Text, sentence: Sentence, tag: TagOf): Candidate[] {
  const { tokens, lexemes } = doc;
  const found: Candidate[] = [];
  const add = (range: [number, number] | null, type: EntityType, score: number): void => {
    if (range) found.push({ start: tokens[range[0]]!.start, end: tokens[range[1] - 1]!.end, type, score, by: 'cues' });
  };
  for (let i = sentence.from; i < sentence.to; i++) {
    const announces = kindOf(lexemes[i]!);
    if (announces === 'nothing') continue;
    if (announces === 'name' || announces === 'proposal') {
      const range = phrase(doc, sentence, i + 1, tag);
      if (range) add(range, 'technique', announces === 'name' || lexemes[range[0]]!.looksLikeName ? 0.7 : 0.45);
    } else if (announces === 'task') {
      if (lexemes[i + 1]?.text === 'of') add(phrase(doc, sentence, i + 2, tag), 'task', 0.55);
    } else if (nearBefore(doc, sentence, i, EVALUATED)) {
      // a list of names: "on CIFAR-10, CIFAR-100 and ImageNet"
      for (let j = i + 1; j < Math.min(sentence.to, i + 14); j++) {
        if (lexemes[j]!.looksLikeName) add([j, j + 1], 'dataset', 0.5);
        else if (!LISTED.has(lexemes[j]!.text)) break;
      }
    }
  }
  return found;
}

const nearBefore = ({ lexemes }: Text, sentence: Sentence, i: number, what: RegExp): boolean => {
  for (let j = Math.max(sentence.from, i - 5); j < i; j++) if (what.test(lexemes[j]!.lower)) return true;
  return false;
};

/** The noun phrase at token `from`, without article and praise; at least two words, or a name. */
function phrase({ lexemes }: Text, sentence: Sentence, from: number, tag: TagOf): [number, number] | null {
  let begin = from;
  while (begin < sentence.to && begin < from + 6 && SKIP.has(lexemes[begin]!.lower)) begin++;
  const stop = Math.min(sentence.to, begin + REACH);
  if (begin >= stop) return null;
  const names = (word: Lexeme): boolean => word.looksLikeName || tag(word) === 'noun';
  let end = begin;
  while (end < stop && (names(lexemes[end]!) || tag(lexemes[end]!) === 'adjective')) end++;
  while (end > begin && !names(lexemes[end - 1]!)) end--;
  return end - begin >= 2 || (end > begin && lexemes[begin]!.looksLikeName) ? [begin, end] : null;
}
