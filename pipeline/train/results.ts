/**
 * Trains the models that read results and claims, from the annotated papers in `../shared/gold`:
 *   npx tsx pipeline/train/results.ts
 * writes `data/results/weights.json`; the same papers give the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Paper } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';
import { parse } from '../2-parse/parse.ts';
import { MODEL_NAMES, pack } from '../3-extract/results/weights.ts';
import { addExamples, noExamples, type Examples } from './results/examples.ts';
import { goldEntities, type Gold } from './results/gold.ts';
import { fit, type FitOptions } from './results/fit.ts';

/** Share of the entities left out of the second reading. */
const MISSED = 0.35;
const GOLD = '../shared/gold/';

/** Where a model fares better with other than the usual settings, by cross-validation. */
export const SETTINGS: { [name in (typeof MODEL_NAMES)[number]]?: Partial<FitOptions> } = { claim: { min: 4 } };

export const trainModels = (examples: Examples): { [name: string]: Map<string, number> } =>
  Object.fromEntries(MODEL_NAMES.map((name) => [name, fit(examples[name], SETTINGS[name])]));

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

export function trainFrom(set: string): { [name: string]: Map<string, number> } {
  const papers = new Map(readLines<Paper>(`${GOLD}${set}.papers.jsonl`).map((paper) => [paper.id, paper]));
  const examples = noExamples();
  const random = seeded(1);
  for (const gold of readLines<Gold>(`${GOLD}${set}.gold.jsonl`)) {
    const paper = papers.get(gold.id);
    if (!paper) continue;
    const doc = parse(paper);
    const entities = goldEntities(doc, gold);
    addExamples(examples, doc, entities, gold);
    // metrics are read once more with a third of all names gone, so that phrases are learnt too: what finds entities misses some
    const thinned = noExamples();
    addExamples(
      thinned,
      doc,
      entities.filter(() => random() > MISSED),
      gold,
    );
    examples.metric.push(...thinned.metric);
  }
  return trainModels(examples);
}

if (process.argv[1]?.endsWith('results.ts')) {
  if (!existsSync(`${GOLD}train.gold.jsonl`)) {
    process.stderr.write(`No annotated papers at ${GOLD}: nothing to train on.\n`);
    process.exit(1);
  }
  const models = trainFrom('train');
  writeFileSync(
    'data/results/weights.json',
    `${JSON.stringify(Object.fromEntries(Object.entries(models).map(([name, m]) => [name, pack(m)])), null, 0)}\n`,
  );
}
