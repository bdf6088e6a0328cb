import { CAPS } from './caps.ts';
import type { Cut } from './drafts.ts';
import { linesOf } from './lines.ts';

/** Fields of one record by their tags, each with all of its values. */
export type Tagged = ReadonlyMap<string, readonly string[]>;

interface Form {
  /** A line with a tag: the tag, and the value after it. Other lines go on with the value above them. */
  line: RegExp;
  /** The tag that a record begins with. */
  first: string;
  /** The tag that it ends with: a record without it is cut off. */
  last: string;
}

/** The records of a tagged format (RIS, NBIB); lines outside of records are dropped. */
export async function* taggedRecords(text: AsyncIterable<string>, form: Form): AsyncGenerator<Cut<Tagged>, void, undefined> {
  let [open, line, size]: [Map<string, string[]> | null, number, number] = [null, 0, 0];
  let values: string[] = [];
  function* close(): Generator<Cut<Tagged>> {
    if (!open) return;
    if (size > CAPS.record) yield { line, problem: `the record has more than ${CAPS.record} characters: none is that long` };
    else if (open.has(form.last)) yield { line, value: open };
    else yield { line, value: open, odd: `the record has no "${form.last}" at its end: it may be cut off` };
    open = null;
  }
  for await (const { text: written, line: number } of linesOf(text, CAPS.record)) {
    const [, tag = '', value = ''] = form.line.exec(written.slice(0, 10_000)) ?? [];
    if (tag === form.first || (open?.has(form.last) && tag !== '' && tag !== form.last)) yield* close();
    if (tag === form.first) [open, line, size] = [new Map(), number, 0];
    if (!open) {
      if (written.trim() !== '') yield { dropped: 1 };
      continue;
    }
    size += written.length + 1;
    if (size > CAPS.record) continue;
    const whole = value + written.slice(10_000);
    if (tag === '') values.push(`${values.pop() ?? ''}\n${written.trim()}`);
    else {
      values = open.get(tag) ?? [];
      values.push(whole);
      open.set(tag, values);
    }
  }
  yield* close();
}

/** The first value of the first of some tags that has any. */
export const firstOf = (record: Tagged, ...tags: readonly string[]): string => allOf(record, ...tags)[0] ?? '';

/** The values of the first of some tags that has any. */
export const allOf = (record: Tagged, ...tags: readonly string[]): readonly string[] => {
  for (const tag of tags) {
    const values = record
      .get(tag)
      ?.map((value) => value.trim())
      .filter(Boolean);
    if (values?.length) return values;
  }
  return [];
};
