import type { Answer, Query } from '../types.ts';
import { csv } from './csv.ts';
import { markdown } from './markdown.ts';

/** A way to write an answer. */
export interface Format {
  id: string;
  mime: string;
  write(query: Query, answer: Answer): string;
}

/** JSON holds everything; the tables hold what people look at. */
export const FORMATS: readonly Format[] = [
  { id: 'json', mime: 'application/json; charset=utf-8', write: (_, answer) => `${JSON.stringify(answer, null, 2)}\n` },
  { id: 'csv', mime: 'text/csv; charset=utf-8', write: csv },
  { id: 'md', mime: 'text/markdown; charset=utf-8', write: markdown },
];
