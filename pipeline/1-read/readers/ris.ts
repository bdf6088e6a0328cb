import type { Reader } from '../../types.ts';
import { authorsFrom, spoken } from '../authors.ts';
import { dateIn, slashedDate } from '../date.ts';
import { papersFrom, type Draft, type Say } from '../drafts.ts';
import { arxivId, doiOf, identified, pageOf } from '../ids.ts';
import { urlOf } from '../json/fields.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';
import { allOf, firstOf, taggedRecords, type Tagged } from '../tagged.ts';

/** RIS, which most publishers and reference managers write: "TY  - JOUR" to "ER  - ". */
export const ris: Reader = {
  id: 'ris',
  summary: 'RIS (publishers, reference managers)',
  extensions: ['ris'],
  sniff: (head) => (/^\s{0,100}TY {1,2}- ?[A-Z]/.test(head) ? 0.95 : /^TY {2}- [A-Z]{3,8}\s*\n[A-Z][A-Z0-9] {2}- /m.test(head) ? 0.6 : 0),
  read: (text, file, report) =>
    papersFrom('ris', taggedRecords(text, { line: /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/s, first: 'TY', last: 'ER' }), file, report, draft),
};

function draft(record: Tagged, say: Say): Draft {
  const links = [...allOf(record, 'UR'), ...allOf(record, 'L1'), ...allOf(record, 'L2'), ...allOf(record, 'M3'), ...allOf(record, 'C7'), ...allOf(record, 'AN')]; // prettier-ignore
  const known = links.find((link) => arxivId(link)) ?? '';
  const ids = identified(known, firstOf(record, 'DO') || (links.find((link) => doiOf(link)) ?? ''), firstOf(record, 'ID'));
  const written = firstOf(record, 'DA', 'PY', 'Y1');
  const page = urlOf({ url: firstOf(record, 'UR') || undefined }, say);
  return {
    ...ids,
    title: readableTitle(firstOf(record, 'TI', 'T1', 'CT', 'BT', 'T2')),
    abstract: readable(firstOf(record, 'AB', 'N2')),
    ...dateIn(written, say, slashedDate, () => slashedDate(firstOf(record, 'PY', 'Y1'))),
    ...authorsFrom(allOf(record, 'AU', 'A1').map((name) => readableTitle(spoken(name)))),
    ...keywordsFrom(allOf(record, 'KW')),
    ...(page.url ? page : pageOf(ids.id)),
  };
}
