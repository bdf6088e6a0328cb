/**
 * Trains everything that is learnt, from the shared data beside the repository. The same data give the same bytes.
 *   npm run train                     all steps, in order
 *   npm run train -- words            the vocabulary and its clusters (minutes)
 *   npm run train -- tagger           the tagger, what selects among its spans, and the roles of techniques
 *   npm run train -- results          what reads results and claims
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../3-extract/linear.ts';
import { COLUMNS, encodeWeights } from '../3-extract/tagger/weights.ts';
import { readAnnotations } from './annotations.ts';
import { DATA, judgeAll, learnSelection, readMaterial } from './finding.ts';
import { trainFrom } from './results.ts';
import { readGold } from './sources.ts';
import { learn } from './tagger.ts';
import { trainWords } from './words.ts';

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const write = (file: string, data: string | Uint8Array): void => {
  writeFileSync(join(DATA, file), data);
  log(`wrote data/${file}, ${(data.length / 1e6).toFixed(2)} MB`);
};

async function trainTagger(): Promise<void> {
  const material = await readMaterial();
  const { roles, ...select } = learnSelection(judgeAll(material, log), material.names, log);
  write('tagger/select.json', `${JSON.stringify(select)}\n`);
  write('tagger/roles.json', `${JSON.stringify(roles)}\n`);
  log('tagger on all annotated papers');
  const weights = learn([...material.papers.map((p) => p.example), ...material.others], log);
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
