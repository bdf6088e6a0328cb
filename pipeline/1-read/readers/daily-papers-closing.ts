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
  const closing: Closing = { line: lines[at]!.line, authors: { count: found.count }, next: at + 1 };
  const skipBlank = (from: number): number => {
    while (lines[from]?.text === '') from++;
    return from;
  };
  let next = at;
  let sure = found.rest !== '';
  let words = found.rest;
  if (!sure) {
    next = skipBlank(at + 1);
    const dot = /^[·•]$/.test(lines[next]?.text ?? '');
    if (dot) closing.next = next + 1;
    const after = dot ? skipBlank(next + 1) : next;
    sure = dot && after === next + 1 && !lines[after + 1]?.text; // stands alone right below the dot
    next = after;
    words = lines[after]?.text ?? '';
  }
  const read = dateWithUpvotes(words);
  if (read) {
    Object.assign(closing, read, { next: next + 1 });
    const below = lines[next + 1]?.text ?? '';
    if (read.upvotes === undefined && /^\d{1,7}$/.test(below)) Object.assign(closing, { upvotes: Number(below), next: next + 2 });
  } else if (sure && words !== '' && words.length <= 30) Object.assign(closing, { unread: words, next: next + 1 });
  else closing.unread = '';
  return closing;
}

/** "Nov 27, 2022", or with upvotes after it: "Nov 12, 2024 2". */
function dateWithUpvotes(words: string): Pick<Closing, 'date' | 'upvotes'> | null {
  if (words.length > 60) return null;
  const whole = parseDate(words);
  if (whole) return { date: whole };
  const match = /^(.*\S)\s+(\d{1,7})$/.exec(words);
  const date = match && parseDate(match[1]!);
  return date ? { date, upvotes: Number(match[2]) } : null;
}
