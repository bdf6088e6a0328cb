/**
 * Papers annotated within the project, by the same guidelines as the shared ones. `data/annotations.jsonl` holds names, figures and
 * places; the texts they are of stay in the shared corpora and are found there by id.
 */
import { readFileSync } from 'node:fs';
import { textOf, type Paper } from '../../src/model.ts';
import { arxivTexts, dailyTexts } from './corpus.ts';
import type { Gold } from './results/gold.ts';
import { jsonLines } from './sources.ts';

const FILE = new URL('../../data/annotations.jsonl', import.meta.url);

/** Where a passage stands in the text, white space collapsed. */
type Place = readonly [start: number, end: number];

/** An annotated paper without its text: results and claims know the place of what they quote. */
export interface Annotation {
  id: string;
  entities: Gold['entities'];
  results: (Omit<Gold['results'][number], 'evidence'> & { at: Place })[];
  claims: (Omit<Gold['claims'][number], 'evidence'> & { at: Place })[];
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Our own annotations with their texts, in the order of the file; those of texts that are not in the corpora are left out. */
export async function readAnnotations(file = FILE): Promise<{ gold: Gold; paper: Paper }[]> {
  const annotations = jsonLines<Annotation>(readFileSync(file, 'utf8'));
  const wanted = new Set(annotations.map(({ id }) => id));
  const papers = new Map<string, Paper>();
  for (const texts of [arxivTexts(), dailyTexts()])
    for await (const { id, title, abstract } of texts)
      if (wanted.has(id) && !papers.has(id)) papers.set(id, { id, title: collapsed(title), abstract: collapsed(abstract) });
  return annotations.flatMap((annotation) => {
    const paper = papers.get(annotation.id);
    return paper ? [{ gold: goldOf(annotation, paper), paper }] : [];
  });
}

function goldOf({ id, entities, results, claims }: Annotation, paper: Paper): Gold {
  const text = textOf(paper);
  const quoted = <T extends { at: Place }>({ at, ...rest }: T): Omit<T, 'at'> & { evidence: string } => ({
    ...rest,
    evidence: text.slice(...at),
  });
  return { id, title: paper.title, entities, results: results.map(quoted), claims: claims.map(quoted), links: [] };
}
