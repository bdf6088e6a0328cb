import type { Paper } from '../../src/model.ts';
import { CAPS } from './caps.ts';

/** The keywords that a source gives, each once; none where there are none. */
export function keywordsFrom(given: readonly string[]): Pick<Paper, 'keywords'> {
  const words = given.map((word) => word.replace(/\s+/g, ' ').trim()).filter((word) => word !== '' && word.length <= CAPS.word);
  const keywords = [...new Set(words)].slice(0, CAPS.keywords);
  return keywords.length > 0 ? { keywords } : {};
}
