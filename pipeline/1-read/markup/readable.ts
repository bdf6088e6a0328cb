import { CAPS } from '../caps.ts';
import { readTags } from './tags.ts';
import { readTex } from './tex.ts';

/** An abstract as people read it: without tags, entities and TeX, its lines joined; paragraphs are parted by an empty line. */
export function readable(text: string, options?: { braces?: boolean }): string {
  const plain = readTex(readTags(text.slice(0, CAPS.abstract * 4)), options);
  return plain
    .replace(/\r\s{0,100}/g, '') // what follows a heading runs on
    .split(/\n[ \t\u00a0]{0,20}\n\s{0,1000}|\n {2,20}(?=\S)/)
    .map(unbroken)
    .filter(Boolean)
    .join('\n\n');
}

/** The same for a title: one line. */
export const readableTitle = (text: string, options?: { braces?: boolean }): string => unbroken(readable(text, options));

const unbroken = (text: string): string => text.replace(/\s+/g, ' ').trim();
