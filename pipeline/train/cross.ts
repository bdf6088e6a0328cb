/**
 * What to expect of papers never seen: `npm run eval:cross [-- --errors]`. Each of the 520 shared papers is read by models that were
 * trained without it (four-fold cross-validation of everything that is learnt), and all are scored together. Some minutes.
 */
import { Weights, pack } from '../3-extract/linear.ts';
import { links } from '../3-extract/links.ts';
import { readClaims } from '../3-extract/claims.ts';
import { readResults } from '../3-extract/results.ts';
import { sceneOf } from '../3-extract/results/scene.ts';
import type { Models } from '../3-extract/results/weights.ts';
import { roleReader } from '../3-extract/roles.ts';
import { unpackForest } from '../3-extract/select/forest.ts';
import { readAnnotations } from './annotations.ts';
import { FOLDS, judgeAll, learnSelection, readMaterial } from './finding.ts';
import { trainFrom } from './results.ts';
import { scored } from './scored.ts';
import { readGold } from './sources.ts';
import { entitiesOf } from './tagger.ts';

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const quiet = (): void => {};

const { names, ...material } = await readMaterial();
const judged = judgeAll({ names, ...material }, log);
const [shared, own] = [readGold('train'), await readAnnotations()];
const rows: { gold: object; record: object }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  log(`selection, results and claims without fold ${fold + 1} of ${FOLDS}`);
  const kept = (_: unknown, i: number): boolean => i % FOLDS === fold;
  const read = (x: unknown, i: number): boolean => !kept(x, i);
  const { thresholds, forest, roles } = learnSelection(judged.filter(read), names, quiet);
  const found = Object.entries(trainFrom(shared.filter(read), own)).map(([name, weights]) => [name, new Weights(pack(weights))]);
  const [trees, roleTrees, models] = [unpackForest(forest), roles.map(unpackForest), Object.fromEntries(found) as Models];
  for (const [i, { gold, paper }] of shared.entries()) {
    if (!kept(gold, i)) continue;
    const { doc } = judged[i]!.example;
    const entities = entitiesOf(judged[i]!, trees, thresholds, names);
    const techniques = entities.filter(({ type }) => type === 'technique');
    const role = roleReader(doc, techniques, roleTrees, names);
    for (const technique of techniques) technique.role = role(technique);
    const scene = sceneOf(doc, entities);
    const urls = links.extract(doc).links.map(({ url }) => url);
    rows.push({ gold, record: { ...paper, entities, results: readResults(scene, models), claims: readClaims(scene, models), links: urls } }); // prettier-ignore
  }
}
scored(rows, process.argv.slice(2));
