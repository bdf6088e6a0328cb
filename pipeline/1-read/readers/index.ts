import type { Reader } from '../../types.ts';
import { dailyPapersPage } from './daily-papers-page.ts';
import { jsonLines } from './json-lines.ts';

/** Every reader; where two are equally sure of a file, the first reads it. */
export const READERS: readonly Reader[] = [dailyPapersPage, jsonLines];
