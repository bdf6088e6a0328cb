import { identified, pageOf } from '../ids.ts';
import { authorsOf, dateOf, upvotesOf, type Fields } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';
import { at, textAt, textsAt } from '../json/values.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/** The Daily Papers API of Hugging Face: `[{ paper: { id, title, summary, ... }, ... }]`, one file a day. */
export const dailyPapersApi = jsonReader({
  id: 'daily-papers-api',
  summary: 'the Daily Papers API of Hugging Face (JSON)',
  extensions: ['json'],
  bare: true,
  recognise: (first) =>
    textAt(first, 'paper', 'id') ? 0.95 : ['discussionId', 'ai_keywords'].some((name) => at(first, name) !== undefined) ? 0.8 : 0,
  draft(record, say) {
    const paper = (at(record, 'paper') ?? record) as Fields;
    const id = textAt(paper, 'id');
    return {
      ...identified(id),
      title: readableTitle(textAt(paper, 'title') || textAt(record, 'title')),
      abstract: readable(textAt(paper, 'summary') || textAt(record, 'summary'), { indented: true }),
      ...dateOf(paper, say),
      ...authorsOf(paper, say),
      ...upvotesOf(paper, say),
      ...keywordsFrom(textsAt(paper, 'ai_keywords')),
      ...pageOf(id),
    };
  },
});
