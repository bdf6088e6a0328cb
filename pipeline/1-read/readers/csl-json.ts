import { authorsFrom } from '../authors.ts';
import { identified, pageOf } from '../ids.ts';
import { cslName, dateAmong } from '../json/csl.ts';
import { urlOf } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt } from '../json/values.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

const TYPES = new Set(
  'article article-journal article-magazine article-newspaper bill book chapter dataset document entry manuscript paper-conference patent personal_communication post post-weblog report review software speech standard thesis webpage'.split(' '),
); // prettier-ignore

/** CSL-JSON (docs.citationstyles.org), which Zotero, Mendeley, Pandoc and doi.org write. */
export const cslJson = jsonReader({
  id: 'csl-json',
  summary: 'CSL-JSON (Zotero, Mendeley, Pandoc)',
  extensions: ['json', 'csl'],
  recognise(first) {
    if (typeof at(first, 'title') !== 'string' || !TYPES.has(textAt(first, 'type'))) return 0;
    return at(first, 'issued') !== undefined || Array.isArray(at(first, 'author')) ? 0.9 : 0.6;
  },
  draft(record, say) {
    const arxiv = textAt(record, 'number') || textAt(record, 'arXiv');
    const [pmid, key] = [textAt(record, 'PMID'), textAt(record, 'citation-key') || textAt(record, 'id')];
    const ids = identified(/^arxiv:/i.test(arxiv) ? arxiv : '', textAt(record, 'DOI'), pmid && `pmid:${pmid}`, key);
    const page = urlOf({ url: at(record, 'URL') }, say);
    return {
      ...ids,
      title: readableTitle(textAt(record, 'title')),
      abstract: readable(textAt(record, 'abstract')),
      ...dateAmong([at(record, 'issued')], say),
      ...authorsFrom(listAt(record, 'author').map(cslName)),
      ...keywordsFrom(textAt(record, 'keyword').split(/[;,]/)),
      ...(page.url ? page : pageOf(ids.id)),
    };
  },
});
