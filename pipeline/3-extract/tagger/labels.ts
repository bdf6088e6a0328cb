import { ENTITY_TYPES, type EntityType } from '../../../src/model.ts';

/** Labels of the sequence: outside, and for each type its first and its further tokens. */
export const LABELS: readonly string[] = ['O', ...ENTITY_TYPES.flatMap((t) => [`B-${t}`, `I-${t}`])];

export const labelOf = (type: EntityType, first: boolean): number => 1 + 2 * ENTITY_TYPES.indexOf(type) + (first ? 0 : 1);
export const isFirst = (label: number): boolean => label % 2 === 1;

/** Does a label go on with the name that the label before it is of? */
export const goesOn = (label: number): boolean => label > 0 && label % 2 === 0;

/** A label may follow another unless it continues a run that is not there. */
export const mayFollow = (before: number, label: number): boolean =>
  label === 0 || isFirst(label) || before === label || before === label - 1;
