import type { Reader } from '../../types.ts';
import { authorsFrom, spoken } from '../authors.ts';
import { dateIn, medlineDate } from '../date.ts';
import { papersFrom, type Draft, type Say } from '../drafts.ts';
import { identified, pageOf } from '../ids.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';
import { allOf, firstOf, taggedRecords, type Tagged } from '../tagged.ts';

/** NBIB, the MEDLINE format that PubMed saves citations in: "PMID- 123", ..., "SO  - ...". */
export const nbib: Reader = {
  id: 'nbib',
  summary: 'NBIB (MEDLINE), as PubMed saves citations',
  extensions: ['nbib'],
  sniff: (head) => (/^\s{0,100}PMID- \d/.test(head) ? 0.95 : /^PMID- \d/m.test(head) ? 0.6 : 0),
  read: (text, file, report) =>
    papersFrom('nbib', taggedRecords(text, { line: /^([A-Z]{2,4}) {0,2}- ?(.*)$/s, first: 'PMID', last: 'SO' }), file, report, draft),
};

function draft(record: Tagged, say: Say): Draft {
  const pmid = firstOf(record, 'PMID');
  const marked = [...allOf(record, 'LID'), ...allOf(record, 'AID')].find((id) => id.endsWith('[doi]')) ?? '';
  const ids = identified(marked.replace(/ ?\[doi\]$/, ''), pmid && `pmid:${pmid}`);
  return {
    ...ids,
    title: readableTitle(firstOf(record, 'TI', 'BTI', 'TT')),
    abstract: readable(firstOf(record, 'AB')),
    ...dateIn(firstOf(record, 'DP'), say, medlineDate),
    ...authorsFrom([...allOf(record, 'FAU', 'AU').map(spoken), ...allOf(record, 'CN')]),
    ...keywordsFrom(allOf(record, 'OT', 'MH').map((word) => word.replace(/^\*|\*$/g, ''))),
    ...(ids.id.startsWith('pmid:') ? { url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` } : pageOf(ids.id)),
  };
}
