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
export function figureText({ value, hedge, direction }: ResultNode): string {
  const arrow = { increase: '↑ ', decrease: '↓ ', value: '' }[direction];
  return `${arrow}${hedge ? `${hedge} ` : ''}${value}`;
}
