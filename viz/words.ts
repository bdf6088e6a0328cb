/** Dates and figures as people write them. Pure. */
import type { ResultNode } from '../src/graph.ts';
import type { PartialDate } from '../src/model.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As precise as it is known: "27 Nov 2022", "Nov 2022", "2022", "1 Jan". */
export const dateText = ({ year, month, day }: PartialDate): string =>
  [month && day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');

/** Of a month as the model counts them: "Nov 2022". */
export const monthText = (month: number): string => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;

/** "up to 8-18x" with an arrow for the direction. */
export function figureText({ value, hedge, direction }: Pick<ResultNode, 'value' | 'hedge' | 'direction'>): string {
  const arrow = { increase: '↑ ', decrease: '↓ ', value: '' }[direction];
  return `${arrow}${hedge ? `${hedge} ` : ''}${withoutMarkup(value)}`;
}

/** What TeX left in a figure, as people write it: "4.54\%" is 4.54%, "8.75times" 8.75×. */
const withoutMarkup = (value: string): string =>
  value
    .replace(/\\times|(?<=\d)times\b/g, '×')
    .replace(/\\%/g, '%')
    .replace(/\\,|\\[a-z]{1,8}(?=\{)|[${}]/g, '');
