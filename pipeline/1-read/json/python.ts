/** Deeper is no record. */
const DEPTH = 64;

/**
 * The value that Python's `repr` wrote: dicts, lists, tuples, strings, numbers, None, True, False. Keys come in objects without a
 * prototype's.
 * @returns undefined for anything else
 */
export function pythonLiteral(text: string): unknown {
  const parser = new Parser(text);
  try {
    const value = parser.value(0);
    return parser.done() ? value : undefined;
  } catch (error) {
    if (error === NONE) return undefined;
    throw error;
  }
}

const NONE = new Error('no Python literal');
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
]);
const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', t: '\t', r: '\r', '\n': '' }));
const HEX: ReadonlyMap<string, number> = new Map(Object.entries({ x: 2, u: 4, U: 8 }));
const WORD = /[A-Za-z]{4,5}/y;
const NUMBER = /-?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?/y;

class Parser {
  #at = 0;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  done(): boolean {
    this.#blank();
    return this.#at === this.#text.length;
  }

  value(depth: number): unknown {
    if (depth > DEPTH) throw NONE;
    this.#blank();
    const c = this.#text[this.#at];
    if (c === '{') return this.#dict(depth);
    if (c === '[') return this.#list(']', depth);
    if (c === '(') return this.#list(')', depth);
    if (c === "'" || c === '"') return this.#string(c);
    const word = this.#match(WORD);
    if (word !== null && WORDS.has(word)) return WORDS.get(word);
    const number = this.#match(NUMBER);
    if (number === null) throw NONE;
    return Number(number);
  }

  #dict(depth: number): object {
    const entries: [string, unknown][] = [];
    this.#at++;
    while (!this.#take('}')) {
      const key = this.value(depth + 1);
      if (!this.#take(':')) throw NONE;
      entries.push([String(key), this.value(depth + 1)]);
      if (!this.#take(',') && this.#text[this.#at] !== '}') throw NONE;
    }
    return Object.fromEntries(entries);
  }

  #list(closer: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    while (!this.#take(closer)) {
      items.push(this.value(depth + 1));
      if (!this.#take(',') && this.#text[this.#at] !== closer) throw NONE;
    }
    return items;
  }

  #string(quote: string): string {
    let value = '';
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text[this.#at]!;
      if (c === quote) {
        this.#at++;
        return value;
      }
      value += c === '\\' ? this.#escaped() : c;
    }
    throw NONE;
  }

  #escaped(): string {
    const c = this.#text[++this.#at] ?? '';
    const length = HEX.get(c);
    if (length === undefined) return ESCAPES.get(c) ?? (/['"\\]/.test(c) ? c : `\\${c}`);
    const digits = this.#text.slice(this.#at + 1, this.#at + 1 + length);
    const code = /^[\da-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : Number.NaN;
    if (!(code <= 0x10ffff)) throw NONE;
    this.#at += length;
    return String.fromCodePoint(code);
  }

  #take(sign: string): boolean {
    this.#blank();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #blank(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }
}
