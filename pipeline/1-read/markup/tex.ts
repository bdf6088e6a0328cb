import { ACCENTS, HIDDEN, SHORT, SILENT, SYMBOLS } from './tex-symbols.ts';

/** Braces within braces; more is no text. */
const DEPTH = 16;
/** Code units of one argument, and of one formula. */
const LONGEST = 4_000;

/**
 * Text as TeX would show it, as far as plain text can: `$\mathcal{O}(n^2)$` is "O(n^2)", `Schr\"{o}dinger` is "Schrödinger",
 * `5.8\%$\uparrow$` is "5.8%↑". Amounts in dollars, lone tildes and braces that are no TeX stay. A command that is not known reads as
 * its argument, or as its name.
 * @param braces drop every pair of braces, as BibTeX does
 */
export function readTex(text: string, { braces = false }: { braces?: boolean } = {}): string {
  if (!/[\\$^_{}~`]|--|''/.test(text)) return text;
  const out = new Tex(text, braces).read(text.length, 0);
  return dashes(text.includes('``') ? out.replace(/``|''/g, '"') : out);
}

/** "--" is a flag of a program where it begins a word. */
const dashes = (text: string): string =>
  text.includes('--') ? text.replace(/---(?!-)/g, '—').replace(/(?<=[\p{L}\p{N})%])--(?=[\p{L}\p{N}(])|(?<=\s)--(?=\s)/gu, '–') : text;

class Tex {
  #at = 0;
  readonly #text: string;
  readonly #braces: boolean;
  constructor(text: string, braces: boolean) {
    this.#text = text;
    this.#braces = braces;
  }

  /** What stands before `end`. */
  read(end: number, depth: number): string {
    let out = '';
    while (this.#at < end) {
      const plain = /[^\\${}^_~]{1,1000}/y;
      plain.lastIndex = this.#at;
      const run = plain.exec(this.#text)?.[0].slice(0, end - this.#at);
      if (run) {
        out += run;
        this.#at += run.length;
        continue;
      }
      const c = this.#text[this.#at]!;
      if (c === '\\') out += this.#command(out, depth);
      else if (c === '{') out += this.#group(depth);
      else if (c === '$') out += this.#math(depth);
      else if (c === '^' || c === '_') out += this.#script(c, depth);
      else {
        this.#at++;
        if (c === '~') out += /[\p{L}\p{N}.,;:)\]]$/u.test(out) && /\S/.test(this.#text[this.#at] ?? ' ') ? ' ' : '~';
        else if (!(c === '}' && this.#braces)) out += c;
      }
    }
    return out;
  }

  #command(before: string, depth: number): string {
    const next = this.#text[this.#at + 1] ?? '';
    if (!/[A-Za-z]/.test(next)) return this.#sign(before, next, depth);
    const name = /[A-Za-z]{1,40}/y;
    name.lastIndex = this.#at + 1;
    const command = name.exec(this.#text)![0];
    this.#at += 1 + command.length;
    if (this.#text[this.#at] === '*') this.#at++;
    if (ACCENTS.has(command)) {
      const accented = this.#accent(command, /^\s?\{|^ [a-zA-Z](?![a-zA-Z])/, depth);
      if (accented !== null) return accented;
    }
    const symbol = SYMBOLS.get(command) ?? SHORT.get(command);
    if (symbol !== undefined) {
      if (this.#text.startsWith('{}', this.#at)) this.#at += 2;
      return symbol;
    }
    if (SILENT.has(command)) {
      if (this.#text[this.#at] === ' ') this.#at++;
      return this.#text[this.#at] === '.' && /^left|^right/.test(command) ? (this.#at++, '') : '';
    }
    this.#option();
    return this.#called(command, before, depth);
  }

  /** A command that has an argument, or none. */
  #called(command: string, before: string, depth: number): string {
    const first = this.#argument(depth);
    if (HIDDEN.has(command)) return '';
    if (first === null) return /[\p{L}\p{N}]$/u.test(before) ? ` ${command}` : command;
    switch (command) {
      case 'href': {
        const shown = this.#argument(depth) ?? '';
        return shown === '' || shown === first ? first : `${shown} (${first})`;
      }
      case 'textcolor':
      case 'colorbox':
        return this.#argument(depth) ?? '';
      case 'frac':
      case 'dfrac':
      case 'tfrac':
        return `${grouped(first)}/${grouped(this.#argument(depth) ?? '')}`;
      case 'binom':
        return `(${first} choose ${this.#argument(depth) ?? ''})`;
      case 'sqrt':
        return `√${grouped(first)}`;
      case 'footnote':
        return ` (${first})`;
      case 'textsuperscript':
        return `^${first}`;
      case 'unicode': {
        const code = Number.parseInt(first.replace(/^x/i, '0x'));
        return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      }
      default:
        return first;
    }
  }

  /** A backslash before something that is no letter. */
  #sign(before: string, next: string, depth: number): string {
    this.#at++;
    if (next === '' || /\d/.test(next)) return '\\';
    if (next === "'" && /\p{L}$/u.test(before) && /^'s(?![a-z])/.test(this.#text.slice(this.#at, this.#at + 3))) return ''; // an apostrophe
    this.#at++;
    if (ACCENTS.has(next)) return this.#accent(next, /^\s?\{|^\\?[a-zA-Z]/, depth) ?? next;
    if (next === '(' || next === ')' || next === '[' || next === ']') return '';
    if (next === '-' || next === '!' || next === '/' || next === '@') return '';
    if (next === '|') return '‖';
    return /[\s,;:\\>]/.test(next) ? ' ' : next;
  }

  /** An accent with the letter that it stands on, or null where there is none. */
  #accent(command: string, form: RegExp, depth: number): string | null {
    if (!form.test(this.#text.slice(this.#at, this.#at + 4))) return null;
    while (this.#text[this.#at] === ' ') this.#at++;
    let base: string | null;
    if (this.#text[this.#at] === '{') base = this.#argument(depth);
    else if (this.#text[this.#at] === '\\') base = this.#command('', depth);
    else base = this.#text[this.#at++]!;
    if (base === null) return null;
    const [letter = '', ...rest] = base;
    const dotted = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    return /\p{L}/u.test(dotted) ? (dotted + ACCENTS.get(command)!).normalize('NFC') + rest.join('') : base;
  }

  #group(depth: number): string {
    const end = this.#closing();
    const inner = this.#text.slice(this.#at + 1, end);
    if (end === -1 || depth >= DEPTH || !(this.#braces || depth > 0 || inner === '' || /\\/.test(inner))) {
      this.#at++;
      return this.#braces ? '' : '{';
    }
    return this.#within(end, depth);
  }

  /** What stands between here, at an opening sign, and its closing one. */
  #within(end: number, depth: number): string {
    this.#at++;
    const inner = this.read(end, depth + 1);
    this.#at = end + 1;
    return inner;
  }

  #math(depth: number): string {
    const sign = this.#text.startsWith('$$', this.#at) ? '$$' : '$';
    const from = this.#at + sign.length;
    const end = closingDollar(this.#text.slice(from, from + LONGEST), sign);
    if (end === -1 || depth >= DEPTH) {
      this.#at += sign.length;
      return sign;
    }
    this.#at = from;
    const formula = this.read(from + end, depth + 1);
    this.#at = from + end + sign.length;
    return formula.trim();
  }

  #script(c: '^' | '_', depth: number): string {
    this.#at++;
    const inner = this.#text[this.#at] === '{' ? this.#argument(depth) : /^\\(?:circ|prime|star|top|dagger)\b/.test(this.#text.slice(this.#at, this.#at + 8)) ? this.#command('', depth) : null; // prettier-ignore
    if (inner === null) return c;
    return inner === '°' || inner === '′' || inner === '' ? inner : `${c}${grouped(inner)}`;
  }

  /** The text of the group that comes next, or null where none does. */
  #argument(depth: number): string | null {
    const blanks = /\s{0,3}(?=\{)/y;
    blanks.lastIndex = this.#at;
    const skipped = blanks.exec(this.#text);
    if (!skipped || depth >= DEPTH) return null;
    const start = this.#at;
    this.#at += skipped[0].length;
    const end = this.#closing();
    if (end !== -1) return this.#within(end, depth);
    this.#at = start;
    return null;
  }

  /** An option in brackets, right after a command. */
  #option(): void {
    const option = /\[[^[\]]{0,200}\](?=[[{])/y;
    option.lastIndex = this.#at;
    this.#at += option.exec(this.#text)?.[0].length ?? 0;
  }

  /** Index of the brace that closes the one here, -1 for none near. */
  #closing(): number {
    let open = 0;
    for (let i = this.#at; i < this.#text.length && i < this.#at + LONGEST; i++) {
      const c = this.#text[i];
      if (c === '\\') i++;
      else if (c === '{') open++;
      else if (c === '}' && --open === 0) return i;
    }
    return -1;
  }
}

/** One word stays as it is, more is held together. */
const grouped = (text: string): string => (/^[+\-−]?(?:[\p{L}\p{N}.]{0,60}|[*+])$/u.test(text) ? text : `(${text})`);

/**
 * Where a formula ends, -1 where the dollar is one of money: the formula has no blank beside either dollar (unless it has a command),
 * and no digit follows it. The rule of Pandoc's `tex_math_dollars`.
 */
function closingDollar(text: string, sign: string): number {
  let end = 0;
  for (end = text.indexOf(sign); end > 0 && text[end - 1] === '\\'; end = text.indexOf(sign, end + 1));
  if (end <= 0) return -1;
  const inner = text.slice(0, end);
  const tight = inner === inner.trim() && !/\d/.test(text[end + sign.length] ?? '');
  return tight || /\\[a-zA-Z]|[\^_]/.test(inner) ? end : -1;
}
