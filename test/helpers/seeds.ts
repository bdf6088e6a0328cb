import { readFileSync } from 'node:fs';
import type { Paper } from '../../src/model.ts';

/** The papers of the seed document, as the golden file has them; `test/pipeline/1-read` holds the reader to it. */
export const seedPapers = (): Paper[] => JSON.parse(readFileSync('test/golden/seeds-papers.json', 'utf8')) as Paper[];
