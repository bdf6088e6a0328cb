/** Trains the roles of techniques from the annotated papers: writes data/tagger/roles.json. */
import { writeFileSync } from 'node:fs';
import { parse } from '../2-parse/parse.ts';
import { Lexicon } from '../3-extract/lexicon.ts';
import { packForest } from '../3-extract/select/forest.ts';
import { loadLists } from '../knowledge.ts';
import { roleExamples, trainRoles } from './roles.ts';
import { readGold } from './sources.ts';

const lexicon = new Lexicon(loadLists());
const examples = readGold('train').flatMap(({ gold, paper }) =>
  roleExamples(parse(paper), gold as never, (name) => lexicon.lookup(name).length > 0),
);
writeFileSync('data/tagger/roles.json', `${JSON.stringify(trainRoles(examples).map(packForest))}\n`);
