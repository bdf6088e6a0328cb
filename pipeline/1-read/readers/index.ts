import type { Reader } from '../../types.ts';
import { arxivMetadata } from './arxiv-metadata.ts';
import { crossref } from './crossref.ts';
import { cslJson } from './csl-json.ts';
import { dailyPapersApi } from './daily-papers-api.ts';
import { dailyPapersPage } from './daily-papers-page.ts';
import { jsonLines } from './json-lines.ts';
import { openalex } from './openalex.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { zotero } from './zotero.ts';

/** Every reader; where two are equally sure of a file, its extension decides, then the order here. */
export const READERS: readonly Reader[] = [
  dailyPapersPage,
  dailyPapersApi,
  arxivMetadata,
  openalex,
  semanticScholar,
  crossref,
  zotero,
  cslJson,
  jsonLines,
];
