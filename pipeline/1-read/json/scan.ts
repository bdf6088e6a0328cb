import { CAPS } from '../caps.ts';

/** Keys below which services list their records: OpenAlex, Semantic Scholar, Zotero, Crossref and others. */
const LISTS = new Set(['results', 'data', 'items', 'papers', 'works']);
/** Crossref's envelope, around a list or around one record. */
const ENVELOPE = 'message';

/** An object around a list of records, or around one. */
export const isEnvelope = (object: { readonly [key: string]: unknown }): boolean =>
  !Object.hasOwn(object, 'title') &&
  Object.entries(object).some(([key, value]) => (LISTS.has(key) ? Array.isArray(value) : key === ENVELOPE && typeof value === 'object'));

/** A value as written, or why it is none; `list` is the key of the list in an envelope, before its first record. */
export type Written = { line: number } & ({ text: string } | { problem: string } | { note: string } | { list: string });

/** An array of records, or an object around one. */
interface Outer {
  closer: ']' | '}';
  line: number;
}

interface Open {
  start: number;
  line: number;
  depth: number;
  /** Told no one: what stands beside the list of an envelope. */
  skip: boolean;
  /** It may turn out to be an envelope. */
  maybeOuter: boolean;
  /** It is longer than the cap, and its text is gone. */
  over: boolean;
}

/**
 * Cuts JSON that comes in chunks into its records as text: those of an array, those of a list in an envelope, and values one after
 * another. Brackets and quotes alone are looked at, so one bad record does not spoil the next, and Python's single quotes do too.
 */
export class JsonScanner {
  #buffer = '';
  #at = 0;
  #line = 1;
  readonly #outer: Outer[] = [];
  #open: Open | null = null;
  /** The quote of the string that `#at` is in, or ''. */
  #quote = '';
  #stringStart = 0;
  /** Last string and last key of the object that `#open` or the innermost `#outer` is, at its own depth. */
  #word = '';
  #key = '';
  #titled = false;
  #dead = false;
  readonly #found: Written[] = [];

  /** @returns what is whole by now */
  push(chunk: string): Written[] {
    if (this.#dead) return [];
    this.#buffer += chunk;
    this.#scan();
    this.#forget();
    return this.#found.splice(0);
  }

  /** @returns what is left, with what is missing */
  end(): Written[] {
    const open = this.#open;
    if (open && open.depth === 0 && this.#quote === '' && !open.skip) this.#close(this.#buffer.length);
    else if (open && !open.skip) this.#found.push({ line: open.line, problem: 'the file ends within this record: it is cut off' });
    const outer = this.#outer[0];
    if (outer && !(open && !open.skip && this.#found.some((found) => 'problem' in found)))
      this.#found.push({ line: this.#line, note: `the file ends before its "${outer.closer}": it is cut off, records may be missing` });
    return this.#found.splice(0);
  }

  /** The text of the record that is not whole yet. */
  get pending(): string {
    return this.#open && !this.#open.over ? this.#buffer.slice(this.#open.start) : '';
  }

  #scan(): void {
    const text = this.#buffer;
    for (; this.#at < text.length && !this.#dead; this.#at++) {
      const c = text[this.#at]!;
      if (this.#quote !== '') {
        if (c === '\\') this.#at++;
        else if (c === this.#quote) this.#endString();
        continue;
      }
      switch (c) {
        case '"':
        case "'":
          this.#beginString(c);
          break;
        case '{':
        case '[':
          this.#deeper(c);
          break;
        case '}':
        case ']':
          this.#shallower(c);
          break;
        case ':':
          this.#colon();
          break;
        case ',':
          this.#comma();
          break;
        case '\n':
          this.#line++;
          this.#blank();
          break;
        case ' ':
        case '\t':
          this.#blank();
          break;
        default:
          if (!this.#open) this.#literal();
      }
    }
  }

  #blank(): void {
    if (this.#open?.depth === 0) this.#close(this.#at);
  }

  #begin(skip: boolean, maybeOuter = false): void {
    this.#open = { start: this.#at, line: this.#line, depth: 0, skip, maybeOuter, over: false };
    if (maybeOuter) [this.#key, this.#titled] = ['', false];
  }

  /** A value that stands where records do, or beside their list. */
  #beginValue(): void {
    this.#begin(this.#outer.at(-1)?.closer === '}');
  }

  #close(end: number): void {
    const { start, line, skip, over } = this.#open!;
    const problem = `the record has more than ${CAPS.record} characters: none is that long`;
    if (!skip) this.#found.push(over || end - start > CAPS.record ? { line, problem } : { line, text: this.#buffer.slice(start, end) });
    this.#open = null;
  }

  #beginString(quote: string): void {
    if (!this.#open && this.#outer.at(-1)?.closer !== '}') this.#beginValue();
    this.#quote = quote;
    this.#stringStart = this.#at + 1;
  }

  #endString(): void {
    this.#quote = '';
    const open = this.#open;
    if (!open || (open.maybeOuter && open.depth === 1))
      this.#word = this.#stringStart < 0 ? '' : this.#buffer.slice(this.#stringStart, this.#at);
    if (open?.depth === 0) this.#close(this.#at + 1);
  }

  #colon(): void {
    if (this.#open && !(this.#open.maybeOuter && this.#open.depth === 1)) return;
    this.#key = this.#word;
    if (this.#key === 'title') this.#titled = true;
  }

  #comma(): void {
    if (this.#open?.depth === 0) this.#close(this.#at);
    if (!this.#open || (this.#open.maybeOuter && this.#open.depth === 1)) this.#key = '';
  }

  #deeper(c: '{' | '['): void {
    const open = this.#open;
    if (open?.maybeOuter && open.depth === 1 && !this.#titled && this.#opensList(c)) {
      this.#outer.push({ closer: '}', line: open.line });
      this.#open = null;
    }
    if (!this.#open) {
      const outer = this.#outer.at(-1);
      if (c === '[' && (!outer || (outer.closer === '}' && LISTS.has(this.#key)))) {
        if (outer) this.#found.push({ line: this.#line, list: this.#key });
        this.#outer.push({ closer: ']', line: this.#line });
        return;
      }
      const enveloped = outer?.closer === '}' && this.#key === ENVELOPE;
      if (c === '{' && (!outer || enveloped)) this.#begin(false, true);
      else this.#beginValue();
    }
    this.#open!.depth++;
  }

  #opensList = (c: '{' | '['): boolean => (c === '[' && LISTS.has(this.#key)) || (c === '{' && this.#key === ENVELOPE);

  #shallower(c: '}' | ']'): void {
    const open = this.#open;
    if (open && open.depth > 0) {
      if (--open.depth === 0) this.#close(this.#at + 1);
      return;
    }
    if (open) this.#close(this.#at);
    if (this.#outer.at(-1)?.closer === c) this.#outer.pop();
    else this.#die(`a "${c}" that closes nothing`);
  }

  /** A number, true, false or null; outside of any list it is no JSON that could hold records. */
  #literal(): void {
    if (this.#outer.length === 0) this.#die('this is no JSON');
    else if (this.#outer.at(-1)!.closer === ']' || this.#key !== '') this.#beginValue();
  }

  #die(what: string): void {
    this.#found.push({ line: this.#line, note: `${what}: the file is read no further` });
    this.#outer.length = 0;
    this.#dead = true;
  }

  /** Drops the text that is done with, and that of a record which is too long. */
  #forget(): void {
    const open = this.#open;
    if (open && !open.over && this.#at - open.start > CAPS.record) open.over = true;
    let from = open && !open.over ? open.start : Math.min(this.#at, this.#buffer.length);
    if (this.#quote !== '' && (!open || open.maybeOuter) && this.#at - this.#stringStart < 100) from = Math.min(from, this.#stringStart);
    this.#buffer = this.#buffer.slice(from);
    this.#at -= from;
    this.#stringStart -= from;
    if (open) open.start -= from;
  }
}
