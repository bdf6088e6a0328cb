import type { Doc, EntityType, Sentence } from '../../src/model.ts';
import type { Candidate, Extractor } from './layers.ts';
import { looksLikeName } from './shapes.ts';
import { tagOf } from './tags.ts';

/** Noun phrases after words that announce a kind of thing: "we propose X", "called X", "evaluate on X", "the task of X". */
export const cues: Extractor<never, 'candidates'> = {
  id: 'cues',
  summary: 'noun phrases after "we propose", "called", "evaluate on", "the task of"',
  needs: [],
  gives: ['candidates'],
  extract: (doc) => ({ candidates: doc.sentences.flatMap((s) => inSentence(doc, s)) }),
};

const PROPOSE =
  /^(?:propose|proposes|introduce|introduces|present|presents|develop|develops|devise|design|term|call|named|called|termed|dubbed|coined|namely)$/;
const NAMING = /^(?:named|called|termed|dubbed|coined|namely|term|call)$/;
const EVALUATE = /^(?:on|across|over)$/;
const EVALUATED = /^(?:evaluat\w*|experiment\w*|results?|benchmark\w*|tested|accuracy|performance|trained|datasets?|validat\w*)$/;
const SKIP = /^(?:a|an|the|our|novel|new|simple|yet|effective|efficient|first|it|as|and|of|"|\u201c|`|')$/;
/** How far a phrase may reach, in tokens. */
const REACH = 9;

function inSentence(doc: Doc, sentence: Sentence): Candidate[] {
  const { tokens } = doc;
  const found: Candidate[] = [];
  const add = (range: [number, number] | null, type: EntityType, score: number): void => {
    if (range) found.push({ start: tokens[range[0]]!.start, end: tokens[range[1] - 1]!.end, type, score, by: 'cues' });
  };
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = tokens[i]!.text.toLowerCase();
    if (PROPOSE.test(word)) {
      const range = phrase(doc, sentence, i + 1);
      if (range) add(range, 'technique', NAMING.test(word) || looksLikeName(tokens[range[0]]!.text) ? 0.7 : 0.45);
    } else if (word === 'task' && /^of$/.test(tokens[i + 1]?.text ?? '')) add(phrase(doc, sentence, i + 2), 'task', 0.55);
    else if (EVALUATE.test(word) && nearBefore(doc, sentence, i, EVALUATED)) {
      // a list of names: "on CIFAR-10, CIFAR-100 and ImageNet"
      for (let j = i + 1; j < Math.min(sentence.to, i + 14); j++) {
        const name = tokens[j]!.text;
        if (looksLikeName(name)) add([j, j + 1], 'dataset', 0.5);
        else if (!/^(?:,|and|the|both)$/.test(name)) break;
      }
    }
  }
  return found;
}

const nearBefore = ({ tokens }: Doc, sentence: Sentence, i: number, what: RegExp): boolean => {
  for (let j = Math.max(sentence.from, i - 5); j < i; j++) if (what.test(tokens[j]!.text.toLowerCase())) return true;
  return false;
};

/** The noun phrase at token `from`, without article and praise; at least two words, or a name. */
function phrase(doc: Doc, sentence: Sentence, from: number): [number, number] | null {
  const { tokens } = doc;
  let begin = from;
  while (begin < sentence.to && begin < from + 6 && SKIP.test(tokens[begin]!.text.toLowerCase())) begin++;
  const stop = Math.min(sentence.to, begin + REACH);
  if (begin >= stop) return null;
  const names = (word: string): boolean => tagOf(word) === 'noun' || looksLikeName(word);
  let end = begin;
  while (end < stop && (names(tokens[end]!.text) || tagOf(tokens[end]!.text) === 'adjective')) end++;
  while (end > begin && !names(tokens[end - 1]!.text)) end--;
  return end - begin >= 2 || (end > begin && looksLikeName(tokens[begin]!.text)) ? [begin, end] : null;
}
