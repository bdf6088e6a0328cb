import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolve } from '../../../pipeline/4-resolve/resolve.ts';
import { loadLists } from '../../../pipeline/knowledge.ts';
import type { EntityType, Record, Role } from '../../../src/model.ts';

/** A paper: its text, then its entities, each with type, role and forms. */
type Paper = [text: string, ...entities: [EntityType, Role | '', ...string[]][]];
interface Case {
  why: string;
  /** Whether the first entity of the first paper is one with the last entity of the second paper, or of the first where it is alone. */
  one: boolean;
  papers: Paper[];
}

/** What was once joined or kept apart wrongly. */
const cases = JSON.parse(readFileSync('test/golden/join-cases.json', 'utf8')) as Case[];
const lists = loadLists();

/** The title is what stands before the first ". ". */
function record([text, ...entities]: Paper, p: number): Record {
  const [title, ...abstract] = text.split('. ');
  const whole = `${title}\n${abstract.join('. ')}`;
  const marks = (form: string): Record['entities'][number]['mentions'] => {
    const start = whole.indexOf(form);
    return start < 0 ? [] : [{ start, end: start + form.length, sentence: 0 }];
  };
  return {
    id: `p${p}`,
    title: title!,
    abstract: abstract.join('. '),
    sentences: [[0, whole.length]],
    entities: entities.map(([type, role, ...forms]) => ({ type, name: forms[0]!, forms, ...(role && { role }), mentions: forms.flatMap(marks), by: [] })), // prettier-ignore
    results: [],
    claims: [],
    links: [],
  };
}

test.each(cases)('$why: one is $one', ({ papers, one }) => {
  const { entityOf } = resolve(papers.map(record), lists);
  expect(entityOf[0]![0] === (entityOf[1] ?? entityOf[0])!.at(-1)).toBe(one);
});
