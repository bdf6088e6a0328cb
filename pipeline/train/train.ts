/**
 * Trains everything that is learnt, from the shared data beside the repository. The same data give the same bytes.
 *   npm run train                     all steps, in order
 *   npm run train -- words            the vocabulary and its clusters (minutes)
 *   npm run train -- tagger           the tagger, what selects among its spans, and the roles of techniques
 *   npm run train -- results          what reads results and claims
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalForm } from '../../src/words.ts';
import { Lexicon } from '../3-extract/lexicon.ts';
import { pack } from '../3-extract/linear.ts';
import { Names } from '../3-extract/names.ts';
import { unpackForest } from '../3-extract/select/forest.ts';
import { Tagger } from '../3-extract/tagger/tagger.ts';
import { readVocabulary } from '../3-extract/tagger/vocabulary.ts';
import { COLUMNS, encodeWeights } from '../3-extract/tagger/weights.ts';
import { loadGeneral, loadLists } from '../knowledge.ts';
import { trainFrom } from './results.ts';
import { roleExamples, trainRoles } from './roles.ts';
import { readAnnotations } from './annotations.ts';
import { labelGold, readGold, readOthers } from './sources.ts';
import { goldEntities } from './results/gold.ts';
import { FeatureMaker, preparation } from './features.ts';
import { chooseThresholds, learn, entitiesOf, judge, trainSelect, withFeatures, type Judged } from './tagger.ts';
import { trainWords } from './words.ts';

const DATA = join(import.meta.dirname, '../../data');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const write = (file: string, data: string | Uint8Array): void => {
  writeFileSync(join(DATA, file), data);
  log(`wrote data/${file}, ${(data.length / 1e6).toFixed(2)} MB`);
};

/** Annotated papers whose selection is trained on spans of a tagger that has not read them. */
const FOLDS = 4;

async function trainTagger(): Promise<void> {
  const lexicon = new Lexicon(loadLists());
  const vocabulary = readVocabulary(readFileSync(join(DATA, 'tagger/words.tsv'), 'utf8'));
  const general = new Set(loadGeneral().map(normalForm));
  const names = new Names({
    general: (form) => general.has(form),
    commonness: vocabulary.commonness,
    listed: (form) => lexicon.lists(form),
  });
  const [prepare, maker] = [preparation(lexicon), new FeatureMaker(vocabulary.clusters)];
  const papers = [...readGold('train'), ...(await readAnnotations())].map(({ gold, paper }) => ({
    gold,
    example: withFeatures(prepare, maker, labelGold(gold, paper)),
  }));
  const others = readOthers().map((l) => withFeatures(prepare, maker, l));

  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    log(`tagger without fold ${fold + 1} of ${FOLDS}`);
    const tagger = new Tagger(
      learn([...papers.filter((_, i) => i % FOLDS !== fold).map((p) => p.example), ...others]),
      vocabulary.clusters,
    );
    papers.forEach((p, i) => {
      if (i % FOLDS === fold) judged[i] = judge(p.gold, p.example, tagger, lexicon, vocabulary, names);
    });
  }
  const halves = [0, 1].map((h) => unpackForest(trainSelect(judged.filter((_, i) => i % 2 !== h))));
  const thresholds = chooseThresholds(judged, names, (i) => halves[i % 2]!, log);
  log(`thresholds ${JSON.stringify(thresholds)}`);
  write('tagger/select.json', `${JSON.stringify({ thresholds, forest: trainSelect(judged) })}\n`);

  // roles are learnt on entities as they will be found, and as they should be
  const examples = judged.flatMap((j, i) =>
    [entitiesOf(j, halves[i % 2]!, thresholds, names), goldEntities(j.example.doc, j.gold)].flatMap((entities) =>
      roleExamples(j.example.doc, entities, j.gold, names),
    ),
  );
  write('tagger/roles.json', `${JSON.stringify(trainRoles(examples))}\n`);

  log('tagger on all annotated papers');
  const weights = learn([...papers.map((p) => p.example), ...others], log);
  log(`${weights.rows.length / COLUMNS} features`);
  write('tagger/weights.bin', encodeWeights(weights));
}

async function trainResults(): Promise<void> {
  const models = Object.entries(trainFrom(readGold('train'), await readAnnotations())).map(([name, weights]) => [name, pack(weights)]);
  write('results/weights.json', `${JSON.stringify(Object.fromEntries(models))}\n`);
}

const STEPS: [string, () => void | Promise<void>][] = [
  ['words', async () => write('tagger/words.tsv', await trainWords(log))],
  ['tagger', trainTagger],
  ['results', trainResults],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((w) => !STEPS.some(([name]) => name === w));
if (unknown.length) {
  log(`no step "${unknown[0]}": the steps are ${STEPS.map(([name]) => name).join(', ')}`);
  process.exit(2);
}
for (const [name, step] of STEPS) if (!wanted.length || wanted.includes(name)) await step();
