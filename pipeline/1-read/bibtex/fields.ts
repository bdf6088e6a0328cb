/** Code units that all @string values of a file may expand to, and one value of an entry. */
const EXPANDED = 64 * 1024;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Values of `@string`, by their name in lower case; the months are known beforehand. */
export class Strings {
  readonly #values = new Map(MONTHS.map((month) => [month, month]));
  #room = EXPANDED;

  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }

  /** @returns whether there was room for it */
  set(name: string, value: string): boolean {
    this.#room -= value.length;
    if (this.#room < 0) return false;
    this.#values.set(name.toLowerCase(), value);
    return true;
  }
}

const KEY = /\s{0,1000}([^\s,={}"#()]{0,500})\s{0,1000}(?:,|$)/y;
const NAME = /[\s,]{0,1000}([^\s,={}"#()]{1,200})\s{0,1000}=\s{0,1000}/y;
const BARE = /[^\s,={}"#()]{1,500}/y;
const JOIN = /\s{0,1000}#\s{0,1000}/y;
/** Where the next field may begin, after one that cannot be read. */
const RESUME = /,\s{0,1000}(?=[a-z][\w-]{0,60}\s{0,20}=)/iy;

/** Key and fields of an entry's body: names in lower case, values with their TeX, braces within them kept. */
export function fieldsOf(
  body: string,
  strings: Strings,
  say: (problem: string) => void,
  keyed = true,
): { key: string; fields: Map<string, string> } {
  const fields = new Map<string, string>();
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const key = keyed ? (take(KEY)?.[1] ?? '') : '';
  while (/[^\s,]/.test(body.slice(at, at + 1000))) {
    const name = take(NAME)?.[1]?.toLowerCase();
    const [value, end] = name === undefined ? [null, at] : valueAt(body, at, strings, say);
    at = end;
    const rest = /\s{0,1000}/y;
    rest.lastIndex = at;
    if (rest.exec(body)) at = rest.lastIndex;
    if (name !== undefined && value !== null && (at >= body.length || body[at] === ',')) {
      if (!fields.has(name)) fields.set(name, value);
      continue;
    }
    say(name === undefined ? 'something that is no "name = value": left out' : `"${name}" is not well written: left out`);
    at = resume(body, at);
  }
  return { key, fields };
}

function resume(body: string, from: number): number {
  for (let i = body.indexOf(',', from); i !== -1; i = body.indexOf(',', i + 1)) {
    RESUME.lastIndex = i;
    if (RESUME.test(body)) return RESUME.lastIndex;
  }
  return body.length;
}

/** A value and its end: pieces in braces or quotes, numbers and names of strings, joined by "#"; null for none. */
function valueAt(body: string, from: number, strings: Strings, say: (problem: string) => void): [value: string | null, end: number] {
  let value = '';
  let at = from;
  for (;;) {
    if (body[at] === '{' || body[at] === '"') {
      const end = pieceEnd(body, at);
      if (end === -1) return [null, at + 1];
      value += body.slice(at + 1, end);
      at = end + 1;
    } else {
      BARE.lastIndex = at;
      const word = BARE.exec(body)?.[0];
      if (word === undefined) return [null, at];
      at = BARE.lastIndex;
      const known = /^\d+$/.test(word) ? word : strings.get(word);
      if (known === undefined) say(`"${word}" is no @string of this file: its name is taken`);
      value += known ?? word;
    }
    if (value.length > EXPANDED) {
      say(`a value of more than ${EXPANDED} characters: left out`);
      return [null, at];
    }
    JOIN.lastIndex = at;
    if (!JOIN.test(body)) return [value, at];
    at = JOIN.lastIndex;
  }
}

/** Index of the sign that closes the piece at `from`, -1 for none. */
function pieceEnd(body: string, from: number): number {
  const quoted = body[from] === '"';
  let depth = 0;
  for (let i = from + 1; i < body.length; i++) {
    const c = body[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (quoted && c === '"' && depth === 0) return i;
    else if (c === '}' && depth-- === 0) return quoted ? -1 : i;
  }
  return -1;
}
