import type { Extractor, Link } from './layers.ts';

/** An address with its protocol, or a bare one on a host that is named without. */
const ADDRESS =
  /https?:\/{1,2}[^\s<>"'`{}|\\^\u201c\u201d\u2018\u2019]{2,2000}|(?<![\w./@-])(?:www\.[a-z0-9-]{1,60}\.[a-z]{2,10}|(?:github|gitlab|gitee|huggingface)\.(?:com?|io))\/[^\s<>"'`{}|\\^\u201c\u201d\u2018\u2019]{2,2000}/giu;
const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);

/** Drops the punctuation of the sentence around an address: full stops, unbalanced closing brackets, Markdown's asterisks. */
function trim(url: string): string {
  let end = url.length;
  while (end > 0) {
    const last = url.charAt(end - 1);
    const opener = PAIRS.get(last);
    if (opener === undefined ? !/[.,;:!?*…。，；]/u.test(last) : count(url, last, end) <= count(url, opener, end)) break;
    end--;
  }
  return url.slice(0, end);
}

function count(text: string, sign: string, end: number): number {
  let n = 0;
  for (let i = 0; i < end; i++) if (text.charAt(i) === sign) n++;
  return n;
}

/** Every web address in the text, each once, in the order of the text. */
export function findLinks(text: string): Link[] {
  if (!text.includes('/')) return [];
  const links = new Map<string, Link>();
  for (const match of text.matchAll(ADDRESS)) {
    // a Markdown link: "[https://a.b](https://a.b)"
    const whole = match[0].split('](')[0]!;
    const url = trim(whole);
    if (/[\p{L}\p{N}/]$/u.test(url) || url.length > 12)
      if (!links.has(url)) links.set(url, { url, start: match.index, end: match.index + url.length });
  }
  return [...links.values()];
}

export const links: Extractor<never, 'links'> = {
  id: 'links',
  summary: 'web addresses',
  needs: [],
  gives: ['links'],
  extract: (doc) => ({ links: findLinks(doc.text) }),
};
