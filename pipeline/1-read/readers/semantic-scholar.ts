import { authorsFrom } from '../authors.ts';
import { dateIn } from '../date.ts';
import { identified, pageOf } from '../ids.ts';
import { urlOf } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt, textsAt } from '../json/values.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/** Papers of Semantic Scholar, as its Graph API and its datasets give them (their keys differ in case). */
export const semanticScholar = jsonReader({
  id: 'semantic-scholar',
  summary: 'papers of Semantic Scholar (JSON, JSON Lines)',
  extensions: ['json', 'jsonl'],
  recognise(first) {
    const known = ['paperId', 'corpusId', 'corpusid', 'externalIds', 'externalids'].filter((name) => at(first, name) !== undefined);
    return known.length === 0 ? 0 : known.length === 1 ? 0.8 : 0.9;
  },
  draft(record, say) {
    const other = at(record, 'externalIds') ?? at(record, 'externalids');
    const [pmid, corpus] = [textAt(other, 'PubMed'), textAt(record, 'corpusId') || textAt(record, 'corpusid') || textAt(other, 'CorpusId')];
    const paperId = textAt(record, 'paperId');
    const ids = identified(
      textAt(other, 'ArXiv'),
      textAt(other, 'DOI'),
      pmid && `pmid:${pmid}`,
      /^[0-9a-f]{40}$/i.test(paperId) ? `s2:${paperId.toLowerCase()}` : paperId,
      corpus && `corpusid:${corpus}`,
    );
    const date = textAt(record, 'publicationDate') || textAt(record, 'publicationdate') || textAt(record, 'year');
    const page = pageOf(ids.id);
    return {
      ...ids,
      title: readableTitle(textAt(record, 'title')),
      abstract: readable(textAt(record, 'abstract')),
      ...dateIn(date, say),
      ...authorsFrom(listAt(record, 'authors').map((author) => textAt(author, 'name'))),
      ...keywordsFrom(textsAt(record, 'fieldsOfStudy')),
      ...(page.url ? page : urlOf(record, say)),
    };
  },
});
