import type { PartialDate } from '../../../src/model.ts';
import type { Reader } from '../../types.ts';
import { authorsFrom, joined } from '../authors.ts';
import { medlineDate, parseDate } from '../date.ts';
import { papersFrom, type Draft } from '../drafts.ts';
import { identified, pageOf } from '../ids.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';
import type { XmlElement } from '../xml/element.ts';
import { xmlRecords } from '../xml/records.ts';

const RECORDS = new Set(['PubmedArticle', 'PubmedBookArticle']);

/** PubMed's XML, as its E-utilities and yearly baseline give it. Its DOCTYPE names the format and declares nothing. */
export const pubmedXml: Reader = {
  id: 'pubmed-xml',
  summary: "PubMed's XML",
  extensions: ['xml'],
  sniff: (head) => (/<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)[\s>]/.test(head.slice(0, 4000)) ? 0.95 : 0),
  read: (text, file, report) =>
    papersFrom(
      'pubmed-xml',
      xmlRecords(text, (name) => RECORDS.has(name), { doctype: true }),
      file,
      report,
      draft,
    ),
};

function draft(record: XmlElement): Draft {
  const citation = record.all('MedlineCitation')[0] ?? record.all('BookDocument')[0] ?? record;
  const article = citation.all('Article')[0] ?? citation;
  const title = article.all('ArticleTitle')[0] ?? article.all('Book', 'BookTitle')[0];
  const marked = [...article.all('ELocationID'), ...record.all('PubmedData', 'ArticleIdList', 'ArticleId')];
  const doi = marked.find(({ attributes }) => [attributes.get('EIdType'), attributes.get('IdType')].includes('doi'))?.plain() ?? '';
  const pmid = citation.text('PMID');
  const ids = identified(doi, pmid && `pmid:${pmid}`);
  const date = dateOf(article);
  const keywords = citation.all('KeywordList', 'Keyword');
  const subjects = keywords.length > 0 ? keywords : citation.all('MeshHeadingList', 'MeshHeading', 'DescriptorName');
  return {
    ...ids,
    title: readableTitle(title?.marked() ?? '') || readableTitle(article.text('VernacularTitle')),
    abstract: readable(article.all('Abstract', 'AbstractText').map(section).join('\n\n')),
    ...(date && { date }),
    ...authorsFrom(article.all('AuthorList', 'Author').map(authorOf)),
    ...keywordsFrom(subjects.map((one) => readableTitle(one.marked()))),
    ...(ids.id.startsWith('pmid:') ? { url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` } : pageOf(ids.id)),
  };
}

/** A part of a structured abstract begins with its label. */
function section(part: XmlElement): string {
  const label = part.attributes.get('Label') ?? '';
  return label === '' || label === 'UNLABELLED' ? part.marked() : `${label}: ${part.marked()}`;
}

const authorOf = (author: XmlElement): string =>
  joined(author.text('ForeName') || author.text('Initials'), author.text('LastName'), author.text('Suffix')) ||
  author.text('CollectiveName');

function dateOf(article: XmlElement): PartialDate | null {
  const printed = article.all('Journal', 'JournalIssue', 'PubDate')[0] ?? article.all('Book', 'PubDate')[0];
  const places = [...(printed ? [printed] : []), ...article.all('ArticleDate'), ...article.all('ContributionDate')];
  for (const place of places) {
    const parts = ['Year', 'Month', 'Day'].map((part) => place.text(part)).filter(Boolean);
    const date =
      parseDate(parts.join(/^\d+$/.test(parts[1] ?? '') ? '-' : ' ')) ?? medlineDate(place.text('MedlineDate') || place.text('Year'));
    if (date) return date;
  }
  return null;
}
