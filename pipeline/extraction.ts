import type { Doc, Paper, Record } from '../src/model.ts';
import { parse } from './2-parse/parse.ts';
import { Vocab } from './2-parse/vocab.ts';
import { createExtract } from './3-extract/extract.ts';
import { compromise } from './compromise.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Knowledge } from './types.ts';

/** Stages two and three as a function of a paper. */
export interface Extraction {
  (paper: Paper): Record;
  /** Of many papers at once, which is a quarter quicker: of each its record, or why there is none. A hundred or two are best. */
  all(papers: readonly Paper[]): (Record | Error)[];
}

/** Makes the function that extracts, with what the package knows loaded once. */
export function createExtraction(knowledge: Knowledge = loadKnowledge()): Extraction {
  const extract = createExtract(knowledge, compromise);
  const vocab = new Vocab();
  const all = (papers: readonly Paper[]): (Record | Error)[] => {
    const parsed = papers.map((paper) => attempt(paper, vocab));
    const docs = parsed.filter((doc) => !(doc instanceof Error)) as Doc[];
    const records = extract(docs).values();
    return parsed.map((doc) => (doc instanceof Error ? doc : records.next().value!));
  };
  const one = (paper: Paper): Record => {
    const [record] = all([paper]);
    if (record instanceof Error) throw record;
    return record!;
  };
  return Object.assign(one, { all });
}

function attempt(paper: Paper, vocab: Vocab): Doc | Error {
  try {
    return parse(paper, vocab);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
