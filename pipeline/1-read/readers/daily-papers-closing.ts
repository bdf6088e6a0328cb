import type { PartialDate } from '../../../src/model.ts';
import { parseDate } from '../date.ts';
import { authorsLine, type Line } from './daily-papers-lines.ts';

/** What closes a paper: "• 4 authors", "·", "Nov 27, 2022 2". */
export interface Closing {
  /** Line of the authors, from 1. */
  line: number;
  authors: { count: number };
  date?: PartialDate;
  upvotes?: number;
  /** What stands in the place of the date and is none; '' where nothing stands there. */
  unread?: string;
  /** Index of the first line after it. */
  next: number;
}

/** The closing block that begins at a line, or null where none does. */
export function closingAt(lines: readonly Line[], at: number): Closing | null {
  const found = authorsLine(lines[at]!.text);
  if (!found) return null;
  const begun = { line: lines[at]!.line, authors: { count: found.count } };
  const { words, own, index, without } = found.rest
    ? { words: found.rest, own: true, index: at, without: at + 1 }
    : dateLine(lines, at + 1);
  const read = dateWithUpvotes(words);
  if (!read && own) return { ...begun, unread: words, next: index + 1 };
  if (!read) return { ...begun, unread: '', next: without };
  const below = lines[index + 1]?.text ?? '';
  if (read.upvotes === undefined && /^\d{1,7}$/.test(below)) return { ...begun, ...read, upvotes: Number(below), next: index + 2 };
  return { ...begun, ...read, next: index + 1 };
}

/**
 * The line below the authors and the dot that may be a date. `own`: whatever it says, it belongs to the block, since it
 * stands right below the dot, short and alone. `without`: index of the first line after the block if it is no date.
 */
function dateLine(lines: readonly Line[], from: number): { words: string; own: boolean; index: number; without: number } {
  const afterBlank = (i: number): number => {
    while (lines[i]?.text === '') i++;
    return i;
  };
  const first = afterBlank(from);
  const dotted = /^[·•]$/.test(lines[first]?.text ?? '');
  const index = dotted ? afterBlank(first + 1) : first;
  const words = lines[index]?.text ?? '';
  const own = dotted && index === first + 1 && words !== '' && words.length <= 30 && !lines[index + 1]?.text;
  return { words, own, index, without: dotted ? first + 1 : from };
}

/** "Nov 27, 2022", or with upvotes after it: "Nov 12, 2024 2". */
function dateWithUpvotes(words: string): Pick<Closing, 'date' | 'upvotes'> | null {
  const whole = parseDate(words);
  if (whole) return { date: whole };
  const space = words.lastIndexOf(' ');
  const upvotes = words.slice(space + 1);
  const date = space > 0 && /^\d{1,7}$/.test(upvotes) ? parseDate(words.slice(0, space)) : null;
  return date && { date, upvotes: Number(upvotes) };
}
