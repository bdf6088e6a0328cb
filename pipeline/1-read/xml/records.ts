import { SaxesParser } from 'saxes';
import { CAPS } from '../caps.ts';
import type { Cut } from '../drafts.ts';
import { XmlElement } from './element.ts';

/** What a DOCTYPE may say where one is allowed at all: a public name, and nothing declared. */
const NAME_ALONE = /^\s*[\w:-]{1,100}(?:\s+(?:PUBLIC\s+"[^"<>]{0,300}"\s*|SYSTEM\s*)(?:"[^"<>]{0,300}")?)?\s*$/;

/**
 * The elements of a kind, one after another, each as a small tree; the rest of the document is passed over. XML is read strictly:
 * no entities but the predefined ones, at most 64 elements deep, and where it is not well-formed the reading ends with a message.
 * @param isRecord tells by its local name which element is a record
 * @param doctype allow a DOCTYPE that declares nothing, which is not fetched
 */
export async function* xmlRecords(
  text: AsyncIterable<string>,
  isRecord: (name: string) => boolean,
  { doctype = false }: { doctype?: boolean } = {},
): AsyncGenerator<Cut<XmlElement>, void, undefined> {
  const parser = new SaxesParser({ xmlns: true });
  const found: Cut<XmlElement>[] = [];
  const open: XmlElement[] = [];
  let [depth, line, pending, size] = [0, 0, 0, 0];
  const fail = (problem: string): never => {
    throw new Fault(problem);
  };
  parser.on('error', (error) =>
    fail(`no well-formed XML (${error.message.replace(/^[\d:]+ /, '').replace(/\.$/, '')}): the file is cut off or damaged`),
  );
  parser.on('doctype', (declared) => {
    if (!doctype || !NAME_ALONE.test(declared)) fail('a DOCTYPE that declares entities or names another format: take it out');
  });
  parser.on('opentag', ({ local, attributes }) => {
    if (++depth > CAPS.depth) fail(`more than ${CAPS.depth} elements deep`);
    pending = 0;
    if (open.length === 0) {
      if (!isRecord(local)) return;
      [line, size] = [parser.line, 0];
    }
    const element = new XmlElement(local, new Map(Object.values(attributes).map(({ local, value }) => [local, value])));
    open.at(-1)?.children.push(element);
    open.push(element);
    if ((size += 20) > CAPS.record) fail(`a record of more than ${CAPS.record} characters`);
  });
  parser.on('closetag', () => {
    depth--;
    pending = 0;
    const element = open.pop();
    if (element && open.length === 0) found.push({ line, value: element });
  });
  const take = (words: string): void => {
    open.at(-1)?.children.push(words);
    if ((size += words.length) > CAPS.record && open.length > 0) fail(`a record of more than ${CAPS.record} characters`);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  try {
    for await (const part of text) {
      parser.write(part);
      if ((pending += part.length) > 2 * CAPS.record) fail(`more than ${CAPS.record} characters without an element`);
      yield* found.splice(0);
    }
    parser.close();
    yield* found.splice(0);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    yield* found.splice(0);
    const problem = `${error.message}; it is read no further than line ${parser.line}`;
    yield open.length > 0 ? { line, problem } : { line: parser.line, note: problem, done: 'skipped' };
  }
}

class Fault extends Error {}
