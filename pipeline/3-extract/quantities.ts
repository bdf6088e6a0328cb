import type { Quantity, Span } from '../../src/model.ts';
import { digitsAt, wordsAt, type NumberAt } from './quantities/numbers.ts';
import { unitAt } from './quantities/units.ts';

/** A number in the text that could be a figure: not part of a name, a year, an ordinal or an index. */
export interface Figure extends Span {
  /** A number too great to be one is infinite. */
  quantity: Quantity;
  /** "+", "-" or "": the sign that is part of the span. */
  sign: string;
  /** "up to", "over", "~", ...: as written, lower case; '' where there is none. */
  hedge: string;
  range: boolean;
  decimal: boolean;
  words: boolean;
  multiplier: string;
  /** The second of "from A to B", or the first. */
  change: 'from' | 'to' | '';
}

const START =
  /\d|\.\d|\b(?:[Zz]ero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff](?:or|if)ty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety|hundred|order)\b/g;
/** "16 times 16 times 16", "640x480": the size of something, not a figure. */
const SIZE = /\d+(?:(?:\s(?:\$?\\times\$?|times|[x×])\s|\$?\\times\s?\$?|times|[x×])\d+)+(?![\d.]*(?:\\?%|[\^⁰¹²³⁴-⁹xX×]|\p{L}))/uy;
/** Words and commands that stripped LaTeX leaves stuck to a number: "approx13%", "\sim10". */
const GLUED = /(?:^|[^\p{L}]|raise[^a-z]{0,8})(?:approx|sim|simeq|geq?|leq?|times|pm|approximately|about|textbf|mathbf|bf|it)[{}]?$/u;
const HEDGE =
  /(?:\b(up to|as (?:high|low|much|many|few|fast|little) as|more than|less than|fewer than|greater than|at (?:least|most|best)|no more than|well over|over|above|exceeding|under|below|within|approximately|approx\.?|around|about|nearly|almost|roughly|close to|only|just|merely)|((?:\\|(?<![a-z]))(?:sim|approx|geq?|leq?)|[~≈∼><≥≤]=?))(?:an?\s|the\s|\s|\$|[{}~∼\\]|textbf|mathbf|sim|scriptstyle){0,8}$/i;
const SIGNS = /[+\-−‐‑–]/;
const ALNUM = /[\p{L}\p{N}]/u;
const JOIN = /\s?(?:(\$?(?:---|--|[-‐‑–—−~]|\\?sim(?=[\d.]))\$?)|(?:\$?\s?(to)\s))\s?(?:~|\$|\\sim\s?)?/y;

/** Where the run of letters, digits and inner signs at `at` ends. */
function endOfRun(text: string, at: number): number {
  let i = at;
  while (i < text.length && (ALNUM.test(text.charAt(i)) || (/[-.,_/^]/.test(text.charAt(i)) && ALNUM.test(text.charAt(i + 1))))) i++;
  return Math.max(i, at + 1);
}

/** The sign before a number, or null where the number is part of a name or an index. */
function leftOf(text: string, at: number, from: number): { sign: string; start: number } | null {
  const before = at > from ? text.charAt(at - 1) : '';
  if (before === '' || /[\s([=:,;"'“‘|&~≈∼><≥≤±*%]/.test(before)) return { sign: '', start: at };
  if (/[@#^_.]/.test(before)) return null;
  if (before === '$' || before === '\\') return { sign: '', start: at };
  if (before === '{') return /[\^_]/.test(text.charAt(at - 2)) ? null : { sign: '', start: at };
  if (before === '↑' || before === '↓') return { sign: '', start: at };
  if (SIGNS.test(before)) {
    const outer = at - 1 > from ? text.charAt(at - 2) : '';
    if (outer !== '' && (ALNUM.test(outer) || outer === '-' || outer === ')')) return null;
    return { sign: before === '+' ? '+' : '-', start: at - 1 };
  }
  if (before === '/') return /[\d%.]/.test(text.charAt(at - 2)) ? { sign: '', start: at } : null;
  if (/\p{L}/u.test(before) || before === '}') return GLUED.test(text.slice(Math.max(from, at - 24), at)) ? { sign: '', start: at } : null;
  return { sign: '', start: at };
}

interface Piece {
  number: NumberAt;
  unit: string;
  end: number;
}

/** A number with its unit; null where what follows makes it a part of a name ("3D", "24-month", "256^3"). */
function pieceAt(text: string, at: number, to: number): Piece | null {
  const number = digitsAt(text, at) ?? wordsAt(text, at);
  if (!number || number.end > to) return null;
  const unit = unitAt(text, number.end);
  const end = unit && unit.end <= to ? unit.end : number.end;
  const known = end > number.end ? unit!.unit : '';
  const next = text.charAt(end);
  if (known === '' && (/[\p{L}_^]/u.test(next) || (/[-‐‑]/.test(next) && /\p{L}|[,\s]/u.test(text.charAt(end + 1))))) {
    // a range whose sign was damaged: "1- 2", "1.04sim2.2times"
    return /^(?:-\s|\\?sim)\d/.test(text.slice(end, end + 5)) ? { number, unit: '', end } : null;
  }
  return { number, unit: known, end };
}

const isYear = (piece: Piece): boolean =>
  piece.unit === '' && !piece.number.decimal && piece.number.multiplier === '' && piece.number.value >= 1950 && piece.number.value < 2040;

/** Where in `text`, from `at` on, the next number may begin: its length where none does. */
export function nextNumber(text: string, at: number): number {
  START.lastIndex = at;
  return START.exec(text)?.index ?? text.length;
}

/** All figures of `text` between `from` and `to`, in order, none overlapping. */
export function findFigures(text: string, from: number, to: number): Figure[] {
  const figures: Figure[] = [];
  let at = from;
  while (at < to) {
    START.lastIndex = at;
    const found = START.exec(text);
    if (!found || found.index >= to) break;
    at = found.index;
    if (found[0] === 'order') {
      const unit = unitAt(text, at - 1);
      if (unit?.unit === 'orders of magnitude' && unit.end <= to)
        figures.push(
          figure(text, from, at, unit.end, {
            number: { value: 1, end: at, decimal: false, multiplier: '', words: true },
            unit: unit.unit,
            end: unit.end,
          }),
        );
      at += 5;
      continue;
    }
    SIZE.lastIndex = at;
    const size = SIZE.exec(text);
    if (size) {
      at += size[0].length;
      continue;
    }
    const left = leftOf(text, at, from);
    const first = left && pieceAt(text, at, to);
    if (!left || !first) {
      at = Math.max(endOfRun(text, at), at + 1);
      continue;
    }
    const next = readFigure(text, from, to, left, first);
    at = next.end;
    const piece = next.last;
    // a bare number word counts things: "four tasks"
    if (piece.number.words && piece.unit === '' && piece.number.multiplier === '') continue;
    if (isYear(piece)) continue;
    figures.push(next);
  }
  return figures;
}

function readFigure(text: string, from: number, to: number, left: { sign: string; start: number }, first: Piece): Figure & { last: Piece } {
  let last = first;
  let end = first.end;
  const lead = text.slice(Math.max(from, left.start - 24), left.start);
  const afterFrom =
    /\bfrom\s(?:(?!to\s)[a-z]{1,12}\s){0,2}[~$\\{]{0,3}$/.test(lead) && !/\b(?:rang\w{1,4}|var\w{1,4}|between)\sfrom\s\S{0,4}$/.test(lead);
  JOIN.lastIndex = end;
  const join = JOIN.exec(text);
  if (join && !(afterFrom && join[2])) {
    const second = pieceAt(text, end + join[0].length, to);
    const spaced = /^\s.*\s$/.test(join[0]);
    if (second && agrees(first, second, join[2] !== undefined || spaced)) {
      last = second;
      end = second.end;
    }
  }
  // a mark out of five, ten or a hundred: "3.3/5"
  if (last === first && first.unit === '' && first.number.decimal) {
    const outOf = /^\/(?:5|10|100)\b/.exec(text.slice(end, end + 5));
    if (outOf) end += outOf[0].length;
  }
  const made = figure(text, from, left.start, end, last, left.sign, first);
  const to2 = /\bto\s(?:only\s|just\s|about\s|around\s|over\s|nearly\s)?[~$\\{+]{0,3}$/.test(lead);
  return { ...made, change: afterFrom ? 'from' : to2 ? 'to' : '', last };
}

/** May two numbers be the ends of one range? */
const agrees = (a: Piece, b: Piece, strict: boolean): boolean =>
  (a.unit === b.unit || (a.unit === '' && b.unit !== '')) &&
  !(strict && a.unit === '' && b.unit === '' && !(a.number.decimal && b.number.decimal) && !a.number.multiplier) &&
  a.number.value * (a.number.multiplier === '' && b.number.multiplier !== '' ? b.number.value / 1e3 : 1) <=
    Math.max(b.number.value, a.number.value) &&
  (a.number.value < b.number.value || a.number.multiplier === '' || a.unit === b.unit);

function figure(text: string, from: number, start: number, end: number, last: Piece, sign = '', first = last): Figure {
  const scale = first !== last && first.number.multiplier === '' && last.number.multiplier !== '' ? scaleOf(last.number.multiplier) : 1;
  const a = (sign === '-' ? -1 : 1) * first.number.value * scale;
  const b = (sign === '-' && first === last ? -1 : 1) * last.number.value;
  const hedge = HEDGE.exec(text.slice(Math.max(from, start - 40), start));
  return {
    start,
    end,
    quantity: { low: Math.min(a, b), high: Math.max(a, b), unit: last.unit },
    sign,
    hedge: (hedge?.[1] ?? hedge?.[2] ?? '').toLowerCase(),
    range: first !== last,
    decimal: first.number.decimal || last.number.decimal,
    words: first.number.words,
    multiplier: last.number.multiplier,
    change: '',
  };
}

const scaleOf = (multiplier: string): number => digitsAt(`1 ${multiplier}`, 0)?.value ?? 1;
