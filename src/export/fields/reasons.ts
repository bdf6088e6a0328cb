/** Why names are one entity, and why they are not, in a line each. */
import type { Join, Parting } from '../../graph.ts';

const noted = (note: string | undefined): string => (note === undefined ? '' : `, ${note}`);

export const joinText = ({ form, rule, papers, to, note }: Join): string =>
  `${form}: ${rule}${to === undefined ? '' : ` as ${to}`}${noted(note)} (papers: ${papers})`;

export const partingText = ({ other, rule, note }: Parting): string => `${other}: ${rule}${noted(note)}`;
