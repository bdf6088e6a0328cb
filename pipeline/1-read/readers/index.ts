import type { Reader } from '../../types.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { arxivMetadata } from './arxiv-metadata.ts';
import { bibtex } from './bibtex.ts';
import { crossref } from './crossref.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { dailyPapersApi } from './daily-papers-api.ts';
import { dailyPapersPage } from './daily-papers-page.ts';
import { jsonLines } from './json-lines.ts';
import { nbib } from './nbib.ts';
import { openalex } from './openalex.ts';
import { pubmedXml } from './pubmed-xml.ts';
import { ris } from './ris.ts';
import { semanticScholar } from './semantic-scholar.ts';
import { zotero } from './zotero.ts';

/** Every reader; where two are equally sure of a file, its extension decides, then the order here. */
export const READERS: readonly Reader[] = [
  dailyPapersPage,
  dailyPapersApi,
  arxivAtom,
  arxivMetadata,
  openalex,
  semanticScholar,
  crossref,
  pubmedXml,
  nbib,
  bibtex,
  ris,
  zotero,
  cslJson,
  csv,
  jsonLines,
];
