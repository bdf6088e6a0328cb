/** A number as written at a place: its value, with where it ends. */
export interface NumberAt {
  value: number;
  end: number;
  /** Written with a point: "71.2". */
  decimal: boolean;
  /** "K", "million", ... as written, or ''. */
  multiplier: string;
  /** Written in words: "four million". */
  words: boolean;
}

const DIGITS = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,18})(?:\.\d{1,12}(?!\.\d))?|\.\d{1,12}/y;
const POWER = /\^\{?([-−]?\d{1,3})\}?|([⁻]?[⁰¹²³⁴-⁹]{1,3})/y;
const EXPONENT = /(?:e([-+−]?\d{1,3})\b|\s?(?:\$?\\?times\$?|[x×*])\s?10(?:\^\{?([-−]?\d{1,3})\}?|([⁻]?[⁰¹²³⁴-⁹]{1,3})))/y;
const MULTIPLIER = /(?:[\s~]|\\,)?(?:([KMBTG])(?![\p{L}\d]|-\d)|(?:(thousand|million|billion|trillion)\b))|([kmb])(?![\p{L}\d-])/uy;
const SCALE: ReadonlyMap<string, number> = new Map([
  ['K', 1e3],
  ['k', 1e3],
  ['thousand', 1e3],
  ['M', 1e6],
  ['m', 1e6],
  ['million', 1e6],
  ['B', 1e9],
  ['b', 1e9],
  ['G', 1e9],
  ['billion', 1e9],
  ['T', 1e12],
  ['trillion', 1e12],
]);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const exponent = (plain: string | undefined, raised: string | undefined): number =>
  plain !== undefined
    ? Number(plain.replace('−', '-'))
    : Number([...(raised ?? '')].map((c) => (c === '⁻' ? '-' : SUPERSCRIPTS.indexOf(c))).join(''));

/** The number in digits at `at` ("10,000", "0.28M", "10^{19}", "1.5e-3"), or null. */
export function digitsAt(text: string, at: number): NumberAt | null {
  const digits = match(DIGITS, text, at);
  if (!digits) return null;
  let value = Number(digits[0].replaceAll(',', ''));
  let end = at + digits[0].length;
  const power = match(POWER, text, end);
  if (power) {
    value = value ** exponent(power[1], power[2]);
    end += power[0].length;
  } else {
    const scientific = match(EXPONENT, text, end);
    if (scientific) {
      value = Number(`${value}e${exponent(scientific[1] ?? scientific[2], scientific[3])}`);
      end += scientific[0].length;
    }
  }
  const multiplied = match(MULTIPLIER, text, end);
  const multiplier = multiplied?.[1] ?? multiplied?.[2] ?? multiplied?.[3] ?? '';
  if (multiplied) {
    value *= SCALE.get(multiplier)!;
    end += multiplied[0].length;
  }
  return { value, end, decimal: digits[0].includes('.'), multiplier, words: false };
}

const WORDS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i): [string, number] => [word, i])
    .concat([
      ['fifteen', 15],
      ['twenty', 20],
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['hundred', 100],
    ]),
);
const WORD =
  /(?:[Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|(?:[Tt]wen|[Tt]hir|[Ff]or|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)ty|hundred)\b/y;

/** The number in words at `at` ("two", "four million"), or null. */
export function wordsAt(text: string, at: number): NumberAt | null {
  const word = match(WORD, text, at);
  if (!word) return null;
  let value = WORDS.get(word[0].toLowerCase())!;
  let end = at + word[0].length;
  const multiplied = match(MULTIPLIER, text, end);
  const multiplier = multiplied?.[2] ?? '';
  if (multiplier !== '') {
    value *= SCALE.get(multiplier)!;
    end += multiplied![0].length;
  }
  return { value, end, decimal: false, multiplier, words: true };
}
