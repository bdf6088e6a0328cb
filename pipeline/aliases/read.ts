import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { ENTITY_TYPES, type EntityType } from '../../src/model.ts';
import type { AliasName, Aliases } from '../types.ts';
import { checkAliases } from './check.ts';
import { AliasesError, type Problem } from './error.ts';

/** The aliases file that is taken where none is named, if it is there. */
export const ALIASES = 'aliases.yml';

const MOST_BYTES = 4 * 2 ** 20;
const LONGEST_NAME = 200;
const SECTIONS = ['same', 'not', 'type', 'drop'] as const;

/**
 * Reads an aliases file.
 * @param file undefined for `aliases.yml` of the working folder
 * @returns undefined where none was named and none is there
 * @throws AliasesError when it cannot be read, is no such file, or contradicts itself
 */
export function readAliases(file?: string): Aliases | undefined {
  const path = file ?? ALIASES;
  if (file === undefined && !existsSync(path)) return undefined;
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) throw new AliasesError(path, [{ problem: `larger than ${MOST_BYTES / 2 ** 20} MB` }]);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof AliasesError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new AliasesError(path, [{ problem: code === 'ENOENT' ? 'no such file: check the path' : `cannot be read (${code ?? message})` }]);
  }
  return parseAliases(text, basename(path));
}

/** Reads the text of an aliases file. @param file its name, for messages */
export function parseAliases(text: string, file: string): Aliases {
  const lines = new LineCounter();
  // the failsafe schema leaves every name as it is written: "3D", "no" and "1e5" are texts
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const problems: Problem[] = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    problem: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
  }));
  if (problems.length) throw new AliasesError(file, problems);
  const aliases = new Reader(lines, problems).read(document.contents, file);
  checkAliases(aliases, problems);
  if (problems.length) throw new AliasesError(file, problems);
  return aliases;
}

class Reader {
  readonly #lines: LineCounter;
  readonly #problems: Problem[];

  constructor(lines: LineCounter, problems: Problem[]) {
    this.#lines = lines;
    this.#problems = problems;
  }

  read(root: Node | null, file: string): Aliases {
    const same: AliasName[][] = [];
    const not: AliasName[][] = [];
    const type: Aliases['type'][number][] = [];
    const drop: AliasName[] = [];
    for (const { key, value } of this.#pairs(root, 'the file', `the keys ${SECTIONS.join(', ')}`)) {
      const name = isScalar(key) ? String(key.value) : '';
      if (name === 'same' || name === 'not') (name === 'same' ? same : not).push(...this.#lists(value as Node | null, name));
      else if (name === 'drop') drop.push(...this.#names(value as Node | null, 'drop'));
      else if (name === 'type') type.push(...this.#types(value as Node | null));
      else this.#tell(key as Node, `"${name}" is none of ${SECTIONS.join(', ')}`);
    }
    return { file, same, not, type, drop };
  }

  #tell(node: Node | null | undefined, problem: string): void {
    const at = node?.range?.[0];
    this.#problems.push({ ...(at !== undefined && { line: this.#lines.linePos(at).line }), problem });
  }

  #pairs(node: Node | null, what: string, expected: string): Pair[] {
    if (node === null || (isScalar(node) && node.value === '')) return [];
    if (isMap(node)) return node.items;
    this.#tell(node, `${what} holds ${expected}`);
    return [];
  }

  /** Lists of names, or one list. */
  #lists(node: Node | null, section: string): AliasName[][] {
    if (node === null || (isScalar(node) && node.value === '')) return [];
    const expected = `"${section}" holds lists of two or more names: - [one name, another]`;
    if (!isSeq(node)) {
      this.#tell(node, expected);
      return [];
    }
    const items = node.items as Node[];
    const flat = items.every((item) => isScalar(item));
    const lists = (flat ? [node] : items).map((item) => {
      const names = isSeq(item) ? this.#names(item, section) : [];
      if (names.length < 2) this.#tell(item, expected);
      return names;
    });
    return lists.filter((names) => names.length > 1);
  }

  #names(node: Node | null, section: string): AliasName[] {
    if (node === null || (isScalar(node) && node.value === '')) return [];
    if (!isSeq(node)) {
      this.#tell(node, `"${section}" holds a list of names: - a name`);
      return [];
    }
    return (node.items as Node[]).flatMap((item) => this.#name(item) ?? []);
  }

  #types(node: Node | null): { name: AliasName; is: EntityType }[] {
    return this.#pairs(node, '"type"', 'names with their types: a name: dataset').flatMap(({ key, value }) => {
      const name = this.#name(key as Node);
      const is = isScalar(value) ? String(value.value) : '';
      if (!(ENTITY_TYPES as readonly string[]).includes(is))
        this.#tell((value ?? key) as Node, `"${is}" is none of the types ${ENTITY_TYPES.join(', ')}`);
      return name && (ENTITY_TYPES as readonly string[]).includes(is) ? [{ name, is: is as EntityType }] : [];
    });
  }

  /** "technique:SAD" is a name of one type; an id of a node is such a name too. */
  #name(node: Node): AliasName | undefined {
    const text = isScalar(node) ? String(node.value).replace(/\s+/g, ' ').trim() : '';
    const colon = text.indexOf(':');
    const type = ENTITY_TYPES.find((each) => each === text.slice(0, Math.max(0, colon)));
    const name = type === undefined ? text : text.slice(colon + 1).trim();
    if (!name || name.length > LONGEST_NAME) {
      this.#tell(node, name ? `a name of more than ${LONGEST_NAME} characters` : 'a name is missing here');
      return undefined;
    }
    return { name, ...(type !== undefined && { type }), line: this.#lines.linePos(node.range![0]).line };
  }
}
