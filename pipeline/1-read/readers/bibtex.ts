import type { PartialDate } from '../../../src/model.ts';
import type { Reader } from '../../types.ts';
import { authorsFrom, joined, spoken } from '../authors.ts';
import { bibtexEntries, type Entry } from '../bibtex/entries.ts';
import { fieldsOf, Strings } from '../bibtex/fields.ts';
import { dateIn, parseDate } from '../date.ts';
import { papersFrom, type Draft, type Say } from '../drafts.ts';
import { arxivId, identified, pageOf } from '../ids.ts';
import { urlOf } from '../json/fields.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/** BibTeX and BibLaTeX. */
export const bibtex: Reader = {
  id: 'bibtex',
  summary: 'BibTeX and BibLaTeX',
  extensions: ['bib', 'bibtex'],
  sniff(head) {
    if (!head.includes('@')) return 0;
    const entry = /^\s{0,9}@(?!comment|string|preamble)[a-z]{1,40}\s{0,9}[{(]\s{0,9}[^\s,{}()"=]{1,200}\s{0,9},/im.exec(head);
    if (!entry) return /^\s{0,9}@(?:comment|string|preamble)\s{0,9}[{(]/im.test(head) ? 0.7 : 0;
    return /^(?:\s*|\s*[%@].*)$/s.test(head.slice(0, entry.index)) ? 0.9 : 0.6; // comment may stand anywhere
  },
  read: (text, file, report) => {
    const strings = new Strings();
    return papersFrom('bibtex', bibtexEntries(text), file, report, (entry, say) => draft(entry, strings, say));
  },
};

const TEX = { braces: true };

function draft({ type, body }: Entry, strings: Strings, say: Say): Draft | null {
  if (type === 'comment' || type === 'preamble') return null;
  if (type === 'string') {
    for (const [name, value] of fieldsOf(body, strings, say, false).fields)
      if (!strings.set(name, value)) say(`the @string "${name}" is too long with those before it: left out`);
    return null;
  }
  const { key, fields } = fieldsOf(body, strings, say);
  const field = (...names: readonly string[]): string => names.map((name) => fields.get(name)?.trim()).find(Boolean) ?? '';
  const eprint = [field('eprint'), field('arxivid'), field('url'), field('journal', 'journaltitle').replace(/^arxiv preprint /i, '')];
  const ids = identified(eprint.map((one) => one.slice(0, 100)).find((one) => arxivId(one)) ?? '', untexed(field('doi')), key);
  const [title, subtitle] = [field('title', 'booktitle'), field('subtitle')];
  const page = urlOf({ url: untexed(field('url')) || undefined }, say);
  return {
    ...ids,
    title: readableTitle(subtitle ? `${title}: ${subtitle}` : title, TEX),
    abstract: readable(field('abstract'), TEX),
    ...dateOf(field, say),
    ...authorsFrom(namesIn(field('author'))),
    ...keywordsFrom(readable(field('keywords', 'keyword'), TEX).split(/[;,]/)),
    ...(page.url ? page : pageOf(ids.id)),
  };
}

/** An address as managers write it: "\_", "\%" and "{\_}". */
const untexed = (text: string): string => text.replace(/\\url\{([^{}]{0,500})\}/g, '$1').replace(/[{}]|\\(?=[_%&#~$])/g, '');

/** BibLaTeX's `date` (the first of a range), else year and month. */
function dateOf(field: (...names: string[]) => string, say: Say): { date?: PartialDate } {
  const [date, year] = [field('date').split('/')[0] ?? '', field('year').replace(/[{}]/g, '')];
  const month = /^[a-z]{3,9}|^\d{1,2}/i.exec(field('month').replace(/[{}]/g, ''))?.[0] ?? '';
  const precise = /^\d/.test(month) ? `${year}-${month}` : `${month} ${year}`.trim();
  return dateIn(
    date || precise,
    say,
    () => parseDate(precise),
    () => parseDate(year),
  );
}

/** The names between "and"; "and others" stands for names that are not given. */
function namesIn(authors: string): string[] {
  const names: string[] = [];
  let [depth, from] = [0, 0];
  const flat = authors.replace(/\s+/g, ' ');
  for (let i = 0; i <= flat.length; i++) {
    if (flat[i] === '{') depth++;
    else if (flat[i] === '}') depth--;
    else if (i === flat.length || (depth === 0 && flat.startsWith(' and ', i))) {
      names.push(flat.slice(from, i));
      from = i + 5;
      i += 3;
    }
  }
  const given = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'others');
  return given.map((name) => readableTitle(/^\{.*\}$/.test(name) ? name : spoken(extended(name)), TEX));
}

/** BibLaTeX's names by parts, "family=Berg, given=Anna", as "Berg, Anna". */
function extended(name: string): string {
  if (!/^\s*(?:family|given|prefix|suffix)\s*=/.test(name)) return name;
  const part = (key: string): string => new RegExp(`(?:^|,)\\s*${key}\\s*=\\s*([^,]*)`).exec(name)?.[1]?.trim() ?? '';
  return `${joined(part('prefix'), part('family'))}, ${joined(part('given'), part('suffix'))}`;
}
