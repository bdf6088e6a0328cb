import { textOf, type Doc, type Paper, type Sentence } from '../../src/model.ts';
import { splitSentences } from './sentences.ts';
import { tokenise } from './tokens.ts';
import { Vocab } from './vocab.ts';

/**
 * Tokens and sentences of a paper, with offsets into the text as given. The title is sentence 0, whatever stands in it.
 * @param vocab the words met so far, where more than one paper is read
 */
export function parse(paper: Paper, vocab: Vocab = new Vocab()): Doc {
  const text = textOf(paper);
  const tokens = tokenise(text, vocab);
  let to = 0;
  while (to < tokens.length && tokens.ends[to]! <= paper.title.length) to++;
  const title: Sentence = { start: 0, end: paper.title.length, from: 0, to };
  return { paper, text, tokens, sentences: [title, ...splitSentences(text, tokens, to)] };
}
