/** What finds entities, learnt from annotated papers: the tagger, what selects among its spans, the roles of techniques. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalForm } from '../../src/words.ts';
import { Lexicon } from '../3-extract/lexicon.ts';
import { Names } from '../3-extract/names.ts';
import type { Thresholds } from '../3-extract/select.ts';
import { unpackForest } from '../3-extract/select/forest.ts';
import { Tagger } from '../3-extract/tagger/tagger.ts';
import { readVocabulary, type Vocabulary } from '../3-extract/tagger/vocabulary.ts';
import { loadGeneral, loadLists } from '../knowledge.ts';
import type { PackedForest } from '../types.ts';
import { readAnnotations } from './annotations.ts';
import { FeatureMaker, preparation } from './features.ts';
import { goldEntities } from './results/gold.ts';
import { roleExamples, trainRoles } from './roles.ts';
import { labelGold, readGold, readOthers, type Gold } from './sources.ts';
import { chooseThresholds, entitiesOf, judge, learn, trainSelect, withFeatures, type Judged, type Prepared } from './tagger.ts';

export const DATA = join(import.meta.dirname, '../../data');

/** Annotated papers whose selection is trained on spans of a tagger that has not read them. */
export const FOLDS = 4;

/** What training reads. */
export interface Material {
  lexicon: Lexicon;
  vocabulary: Vocabulary;
  names: Names;
  /** Papers annotated by our guidelines: the shared ones, then our own. */
  papers: { gold: Gold; example: Prepared }[];
  /** Text that others have labelled. */
  others: Prepared[];
}

export async function readMaterial(): Promise<Material> {
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
  return { lexicon, vocabulary, names, papers, others: readOthers().map((l) => withFeatures(prepare, maker, l)) };
}

/** The candidates of each paper, as a tagger finds them that has not read it. */
export function judgeAll({ lexicon, vocabulary, names, papers, others }: Material, log: (line: string) => void): Judged[] {
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
  return judged;
}

/** What follows the tagger. */
export interface Selection {
  thresholds: Thresholds;
  forest: PackedForest;
  roles: PackedForest[];
}

export function learnSelection(judged: readonly Judged[], names: Names, log: (line: string) => void): Selection {
  const halves = [0, 1].map((h) => unpackForest(trainSelect(judged.filter((_, i) => i % 2 !== h))));
  const thresholds = chooseThresholds(judged, names, (i) => halves[i % 2]!, log);
  log(`thresholds ${JSON.stringify(thresholds)}`);
  // roles are learnt on entities as they will be found, and as they should be
  const examples = judged.flatMap((j, i) =>
    [entitiesOf(j, halves[i % 2]!, thresholds, names), goldEntities(j.example.doc, j.gold)].flatMap((entities) =>
      roleExamples(j.example.doc, entities, j.gold, names),
    ),
  );
  return { thresholds, forest: trainSelect(judged), roles: trainRoles(examples) };
}
