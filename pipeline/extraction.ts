import type { Paper, Record } from '../src/model.ts';
import { parse } from './2-parse/parse.ts';
import { createExtract } from './3-extract/extract.ts';
import { loadKnowledge } from './knowledge.ts';
import type { Knowledge } from './types.ts';

/** Stages two and three as a function of one paper, with what the package knows loaded once. */
export function createExtraction(knowledge: Knowledge = loadKnowledge()): (paper: Paper) => Record {
  const extract = createExtract(knowledge);
  return (paper) => extract(parse(paper));
}
