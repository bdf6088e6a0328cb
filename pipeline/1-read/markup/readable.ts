import { CAPS } from '../caps.ts';
import { readTags } from './tags.ts';
import { readTex } from './tex.ts';

interface Markup {
  /** Every pair of braces is TeX's, as in BibTeX. */
  braces?: boolean;
  /** A line that is indented begins a paragraph, as arXiv writes it. */
  indented?: boolean;
}

/** An abstract as people read it: without tags, entities and TeX, its lines joined; paragraphs are parted by an empty line. */
export function readable(text: string, options: Markup = {}): string {
  const plain = readTex(readTags(text.slice(0, CAPS.abstract * 4)), options);
  return plain
    .replace(/\r\s{0,100}/g, '') // what follows a heading runs on
    .split(options.indented ? /\n[ \t\u00a0]{0,20}\n\s{0,1000}|\n {2,4}(?=\S)/ : /\n[ \t\u00a0]{0,20}\n\s{0,1000}/)
    .map(unbroken)
    .filter(Boolean)
    .join('\n\n');
}

/** The same for a title: one line. */
export const readableTitle = (text: string, options?: Markup): string => unbroken(readable(text, options));

const unbroken = (text: string): string => text.replace(/\s+/g, ' ').trim();
