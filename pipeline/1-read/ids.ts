import { CAPS } from './caps.ts';

const ARXIV =
  /^(?:(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:https?:\/\/)?(?:dx\.)?doi\.org\/10\.48550\/arxiv\.|10\.48550\/arxiv\.|oai:arxiv\.org:|arxiv:\s?|arxiv\.)?(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[a-z]{2})?\/\d{7})(v\d{1,2})?(?:\.pdf)?$/i;
const DOI = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}\/\S{1,400})$/i;

/** An arXiv id, however it is given (id, address, DOI), as arXiv writes it; the version is apart. */
export function arxivId(text: string): { id: string; version: string } | null {
  const found = ARXIV.exec(text.slice(0, CAPS.word).trim());
  if (!found) return null;
  const [, number = '', version = ''] = found;
  const [archive, rest] = number.split('/');
  return {
    id: rest === undefined ? number : `${archive!.toLowerCase().replace(/\.[a-z]{2}$/, '')}/${rest}`,
    version: version.toLowerCase(),
  };
}

/** A DOI in lower case, without the address of a resolver, or null. */
export function doiOf(text: string): string | null {
  return DOI.exec(text.slice(0, CAPS.word).trim())?.[1]?.toLowerCase() ?? null;
}

/** Ids of PubMed, OpenAlex and Semantic Scholar, which name one paper wherever they stand. */
const REGISTERED = /^(?:pmid:\d{1,9}|openalex:w\d{4,12}|s2:[0-9a-f]{40}|corpusid:\d{1,12})$/i;

/** What two ids of one paper share: the id without version and spelling; null for one that its source made up ("1", "vaswani2017"). */
export function globalId(id: string): string | null {
  const arxiv = arxivId(id);
  return arxiv ? `arxiv:${arxiv.id}` : (doiOf(id) ?? (REGISTERED.test(id) ? id.toLowerCase() : null));
}

/** How good a name an id is: an arXiv id before a DOI, before another known id, before one that its source made up. */
export function rankOf(id: string): number {
  const arxiv = arxivId(id);
  if (arxiv) return arxiv.id === id ? 0 : 1;
  return doiOf(id) !== null ? 2 : REGISTERED.test(id) ? 3 : 4;
}

/** The best of the ids that a record gives, as it is usually written, and the others; '' for none. */
export function identified(...given: readonly string[]): { id: string; otherIds?: string[] } {
  const ids = given.map((id) => id.trim()).filter((id) => id !== '' && id.length <= CAPS.word);
  const usual = ids.flatMap((id) => {
    const arxiv = arxivId(id);
    return arxiv ? [arxiv.id, ...(arxiv.version ? [arxiv.id + arxiv.version] : [])] : [doiOf(id) ?? id];
  });
  const [id = '', ...others] = [...new Set(usual)].sort((a, b) => rankOf(a) - rankOf(b) || usual.indexOf(a) - usual.indexOf(b));
  return { id, ...(others.length > 0 && { otherIds: others.sort() }) };
}

/** The page of a paper that an arXiv id or a DOI names. */
export function pageOf(id: string): { url?: string } {
  const arxiv = arxivId(id);
  if (arxiv) return { url: `https://arxiv.org/abs/${arxiv.id}` };
  const doi = doiOf(id);
  return doi ? { url: `https://doi.org/${encodeURI(doi)}` } : {};
}
