import type { Reader } from '../../types.ts';
import { authorsFrom } from '../authors.ts';
import { dateIn } from '../date.ts';
import { papersFrom, type Draft, type Say } from '../drafts.ts';
import { identified, pageOf } from '../ids.ts';
import { readable, readableTitle } from '../markup/readable.ts';
import type { XmlElement } from '../xml/element.ts';
import { xmlRecords } from '../xml/records.ts';

/** The answer of arXiv's API: an Atom feed (RFC 4287) with one entry a paper. */
export const arxivAtom: Reader = {
  id: 'arxiv-atom',
  summary: "the answer of arXiv's API (Atom)",
  extensions: ['atom', 'xml'],
  sniff(head) {
    const feed = /<(?:\w{1,20}:)?feed\s[^<>]{0,500}http:\/\/www\.w3\.org\/2005\/Atom[^<>]{0,500}>/.test(head.slice(0, 4000));
    return feed ? (head.includes('arxiv.org') ? 0.95 : 0.5) : 0;
  },
  read: (text, file, report) =>
    papersFrom(
      'arxiv-atom',
      xmlRecords(text, (name) => name === 'entry'),
      file,
      report,
      draft,
    ),
};

function draft(entry: XmlElement, say: Say): Draft | null {
  const page = entry.text('id');
  if (page.includes('arxiv.org/api/errors')) {
    say(`arXiv answered with an error: ${readable(entry.text('summary')).slice(0, 200)}`);
    return null;
  }
  const ids = identified(page, entry.text('doi'));
  return {
    ...ids,
    title: readableTitle(entry.text('title')),
    abstract: readable(entry.text('summary') || entry.text('content'), { indented: true }),
    ...dateIn(entry.text('published') || entry.text('updated'), say),
    ...authorsFrom(entry.all('author').map((author) => readableTitle(author.text('name')))),
    ...pageOf(ids.id),
  };
}
