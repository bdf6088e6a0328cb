import type { Reader } from '../../types.ts';
import { CAPS } from '../caps.ts';
import { reject, tell } from '../counts.ts';
import { authorsOf, dateOf, idOf, textField, upvotesOf, urlOf, type Fields } from './json-fields.ts';

/** JSON Lines (jsonlines.org): one object a line with `title` and `abstract`, and more where the source knows it. */
export const jsonLines: Reader = {
  id: 'json-lines',
  summary: 'JSON Lines: one object a line with title and abstract',
  extensions: ['jsonl', 'ndjson', 'json'],

  sniff(head) {
    const whole = head.length < CAPS.head;
    const lines = head.split('\n').filter((line) => line.trim() !== '');
    if (!whole && lines.length > 1) lines.pop(); // cut by the cap, not by the source
    const some = lines.slice(0, 50);
    if (some.length === 0 || (some[0]!.trimStart().startsWith('[') && valueOf(some[0]!) === undefined)) return 0; // an array over several lines
    const objects = some.filter((line) => parse(line) !== null).length;
    if (objects > 0) return 0.4 + 0.6 * (objects / some.length);
    return /^\s*\{\s*"[^"\n]{1,100}"\s*:/.test(head) && some.length === 1 ? 0.3 : 0; // one long line, or one cut in half
  },

  *read(text, file, report) {
    let record = 0;
    for (const { line, content, last } of linesOf(text)) {
      if (content.trim() === '') continue;
      const place = { file, record: ++record, line };
      if (content.length > CAPS.line) {
        reject(report, { ...place, problem: `the line is longer than ${CAPS.line} characters: no record is that long` });
        continue;
      }
      const fields = parse(content);
      if (fields === null) {
        const end = last ? ': the file may be cut off here' : ': each line is to be one object, { "title": "...", "abstract": "..." }';
        reject(report, { ...place, problem: `not a JSON object${end}` });
        continue;
      }
      const say = (problem: string, done: 'skipped' | 'kept' = 'skipped') => tell(report, { ...place, problem, done });
      const title = textField(fields, ['title'], say);
      if (title.trim() === '') {
        reject(report, { ...place, problem: 'no title: add a "title" with text' });
        continue;
      }
      const abstract = textField(fields, ['abstract', 'summary'], say);
      if (abstract.trim() === '') say('no abstract: the paper is kept with its title alone', 'kept');
      yield {
        id: idOf(fields, content, say),
        title,
        abstract,
        ...dateOf(fields, say),
        ...authorsOf(fields, say),
        ...upvotesOf(fields, say),
        ...urlOf(fields, say),
        source: { ...place, reader: 'json-lines' },
      };
    }
  },
};

/** The value of a line, undefined where it is no JSON. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** The object on a line, null for anything else. */
function parse(line: string): Fields | null {
  const value = valueOf(line);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function* linesOf(text: string): Generator<{ line: number; content: string; last: boolean }> {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    yield { line: ++line, content: text.slice(start, stop), last: end === -1 };
    start = stop + 1;
  }
}
