import { parseDate } from '../date.ts';

/** A line without the space around it; `start` and `end` are its offsets, `line` counts from 1. */
export interface Line {
  text: string;
  start: number;
  end: number;
  line: number;
}

export function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((whole, i) => {
    const trimmed = whole.trim();
    const start = at + (trimmed ? whole.indexOf(trimmed) : 0);
    at += whole.length + 1;
    return { text: trimmed, start, end: start + trimmed.length, line: i + 1 };
  });
}

/** Lines of the Daily Papers page that belong to no paper. A paper with such a title is not known. */
const FURNITURE = new Set([
  'new', 'Get trending papers in your email inbox!', 'Get trending papers in your email inbox once a day!', 'Subscribe', 'Subscribed',
  'Hugging Face', 'Log In', 'Sign Up', 'Models', 'Datasets', 'Spaces', 'Buckets', 'Docs', 'Enterprise', 'Pricing', 'Posts', 'Community',
  'Daily', 'Weekly', 'Monthly', 'Trending Papers', 'Previous', 'Next', 'Submitted by', 'Upvote', 'Load more',
  'System theme', 'Company', 'TOS', 'Privacy', 'About', 'Careers', 'Jobs', 'Website', '© Hugging Face',
]); // prettier-ignore

/** The page's title and the line below it: what stands before them is no part of the paper after them. */
export const isHeading = (line: string): boolean => line === 'Daily Papers' || /^by ?@?AK and the research community$/.test(line);

/** Furniture, a dot that separates nothing, or a date that stands alone, as the page's own does. */
export const isFurniture = (line: string): boolean =>
  FURNITURE.has(line) || /^[·•|]$/.test(line) || (parseDate(line) !== null && /\p{L}/u.test(line) && /\d/.test(line));

/** "• 4 authors", or with the rest of the block on the same line: "• 4 authors · Nov 27, 2022". */
export function authorsLine(line: string): { count: number; rest: string } | null {
  const match = /^[•·*-] ?(\d{1,6}) authors?(?: ?[·•] ?([^·•]{1,60}))?$/.exec(line.length > 120 ? '' : line.replace(/\s+/g, ' '));
  return match ? { count: Number(match[1]), rest: match[2] ?? '' } : null;
}
