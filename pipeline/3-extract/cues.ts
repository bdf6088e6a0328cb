import type { Doc, EntityType, Sentence, Tokens } from '../../src/model.ts';
import { Attribute } from './attribute.ts';
import type { Candidate, Extractor } from './layers.ts';
import { named } from './shapes.ts';
import type { Vocabulary } from './tagger/vocabulary.ts';
import { tagOf, type Compromise, type Tag } from './tags.ts';

/** Noun phrases after words that announce a kind of thing: "we propose X", "called X", "evaluate on X", "the task of X". */
export function cuesExtractor(known: Vocabulary['tag'], compromise: Compromise): Extractor<never, 'candidates'> {
  const tag = new Attribute<Tag>(
    ({ text, lower }) => known(lower) ?? known(lower.slice(lower.lastIndexOf('-') + 1)) ?? tagOf(text, compromise),
  );
  return {
    id: 'cues',
    summary: 'noun phrases after "we propose", "called", "evaluate on", "the task of"',
    needs: [],
    gives: ['candidates'],
    extract: (doc) => ({ candidates: doc.sentences.flatMap((s) => inSentence(doc, s, tag)) }),
  };
}

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
type Announced = 'name' | 'proposal' | 'task' | 'evaluation' | 'nothing';
const announced = new Attribute<Announced>(({ lower }) => ANNOUNCING.get(lower) ?? 'nothing');

const EVALUATED = /^(?:evaluat\w*|experiment\w*|results?|benchmark\w*|tested|accuracy|performance|trained|datasets?|validat\w*)$/;
const evaluated = new Attribute(({ lower }) => EVALUATED.test(lower));
const LISTED = set(', and the both');
const SKIP = set('a an the our novel new simple yet effective efficient first it as and of " \u201c ` \'');
/** How far a phrase may reach, in tokens. */
const REACH = 9;

function inSentence({ tokens }: Doc, sentence: Sentence, tag: Attribute<Tag>): Candidate[] {
  const found: Candidate[] = [];
  const add = (range: [number, number] | null, type: EntityType, score: number): void => {
    if (range) found.push({ start: tokens.starts[range[0]]!, end: tokens.ends[range[1] - 1]!, type, score, by: 'cues' });
  };
  for (let i = sentence.from; i < sentence.to; i++) {
    const announces = announced.at(tokens, i);
    if (announces === 'nothing') continue;
    if (announces === 'name' || announces === 'proposal') {
      const range = phrase(tokens, sentence, i + 1, tag);
      if (range) add(range, 'technique', announces === 'name' || named.at(tokens, range[0]) ? 0.7 : 0.45);
    } else if (announces === 'task') {
      if (i + 1 < tokens.length && tokens.at(i + 1).text === 'of') add(phrase(tokens, sentence, i + 2, tag), 'task', 0.55);
    } else if (nearBefore(tokens, sentence, i, evaluated)) {
      // a list of names: "on CIFAR-10, CIFAR-100 and ImageNet"
      for (let j = i + 1; j < Math.min(sentence.to, i + 14); j++) {
        if (named.at(tokens, j)) add([j, j + 1], 'dataset', 0.5);
        else if (!LISTED.has(tokens.at(j).text)) break;
      }
    }
  }
  return found;
}

const nearBefore = (tokens: Tokens, sentence: Sentence, i: number, what: Attribute<boolean>): boolean => {
  for (let j = Math.max(sentence.from, i - 5); j < i; j++) if (what.at(tokens, j)) return true;
  return false;
};

/** The noun phrase at token `from`, without article and praise; at least two words, or a name. */
function phrase(tokens: Tokens, sentence: Sentence, from: number, tag: Attribute<Tag>): [number, number] | null {
  let begin = from;
  while (begin < sentence.to && begin < from + 6 && SKIP.has(tokens.at(begin).lower)) begin++;
  const stop = Math.min(sentence.to, begin + REACH);
  if (begin >= stop) return null;
  const names = (i: number): boolean => named.at(tokens, i) || tag.at(tokens, i) === 'noun';
  let end = begin;
  while (end < stop && (names(end) || tag.at(tokens, end) === 'adjective')) end++;
  while (end > begin && !names(end - 1)) end--;
  return end - begin >= 2 || (end > begin && named.at(tokens, begin)) ? [begin, end] : null;
}
