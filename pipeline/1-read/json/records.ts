import { CAPS } from '../caps.ts';
import type { Cut } from '../drafts.ts';
import { linesOf } from '../lines.ts';
import type { Fields } from './fields.ts';
import { pythonLiteral } from './python.ts';
import { isEnvelope, JsonScanner, type Written } from './scan.ts';

export interface JsonRecord {
  fields: Fields;
  /** As written: a number may have lost digits in `fields`. */
  text: string;
}

/** How many lines are looked at to tell JSON Lines from JSON over several lines. */
const LOOKED_AT = 50;

/** One object a line: the first one is, or every second one. */
export function isLines(head: string): boolean {
  if (/^\s*\[/.test(head)) return false;
  const lines = head.split('\n');
  if (head.length >= CAPS.head && lines.length > 1) lines.pop(); // cut by the cap, not by the source
  const some = lines.filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
  const good = some.filter((line) => {
    const object = objectIn(line);
    return object !== null && !isEnvelope(object);
  });
  return good.length > 0 && (good[0] === some[0] || good.length * 2 >= some.length);
}

/**
 * The records of a JSON document: JSON Lines, an array, a list in an envelope, or objects one after another.
 * @param bare the source gives its list without an envelope: one is told
 */
export async function* jsonRecords(text: AsyncIterable<string>, bare = false): AsyncGenerator<Cut<JsonRecord>, void, undefined> {
  let scanner: JsonScanner | undefined;
  for await (const chunk of split(text)) {
    if (typeof chunk !== 'string') yield chunk;
    else {
      scanner ??= new JsonScanner();
      for (const written of scanner.push(chunk)) {
        if (!('list' in written)) yield recordOf(written);
        else if (bare)
          yield { line: written.line, note: `the list stands in an object, as its "${written.list}": read all the same`, done: 'repaired' };
      }
    }
  }
  for (const written of scanner?.end() ?? []) if (!('list' in written)) yield recordOf(written);
}

/** Records where the text is lines, else the text itself. */
async function* split(text: AsyncIterable<string>): AsyncGenerator<Cut<JsonRecord> | string> {
  const chunks = text[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  yield* isLines(first.value.slice(0, CAPS.head)) ? lineRecords(all) : all;
}

async function* lineRecords(text: AsyncIterable<string>): AsyncGenerator<Cut<JsonRecord>> {
  for await (const { text: written, line, last, cut } of linesOf(text, CAPS.record)) {
    if (written.trim() === '') continue;
    if (cut) yield { line, problem: `the line is longer than ${CAPS.record} characters: no record is that long` };
    else
      yield recordOf(
        { line, text: written },
        last ? 'the file may be cut off here' : 'each line is to be one object, { "title": "...", "abstract": "..." }',
      );
  }
}

function recordOf(
  written: Exclude<Written, { list: string }>,
  remedy = 'a record is { "title": "...", "abstract": "..." }',
): Cut<JsonRecord> {
  const { line } = written;
  if ('note' in written) return { line, note: written.note, done: 'skipped' };
  if ('problem' in written) return { line, problem: written.problem };
  const { text } = written;
  const fields = objectIn(text);
  if (fields) return { line, value: { fields, text } };
  const repaired = repair(text);
  if (repaired)
    return { line, value: { fields: repaired, text }, repaired: 'an object as text, or as Python prints it, is read all the same' };
  return { line, problem: `not a JSON object: ${remedy}` };
}

/** The object that a text is, null for anything else. */
export function objectIn(text: string): Fields | null {
  return asObject(valueOf(text));
}

/** An object that was written as a string, or by Python's `repr`, or both. */
export function repair(text: string): Fields | null {
  const value = valueOf(text);
  const inner = typeof value === 'string' ? value : text;
  return (typeof value === 'string' && objectIn(inner)) || (/^\s*\{\s*['"]/.test(inner) ? asObject(pythonLiteral(inner)) : null);
}

const asObject = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** The value of a text, undefined where it is no JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
