import { ENTITY_TYPES, type EntityType } from '../../../src/model.ts';
import type { Match } from '../lexicon.ts';
import { hash } from '../hash.ts';

/** Features of single tokens that come from lists: where in a listed name the token stands, and of which type the name is. */
export type Marks = (readonly number[] | undefined)[];

type Part = 'S' | 'B' | 'I' | 'E';
const features = new Map<EntityType, { [part in Part]: [number, number] }>(
  ENTITY_TYPES.map((type) => {
    const of = (part: Part): [number, number] => [hash(type + part, 50), hash(type, 51)];
    return [type, { S: of('S'), B: of('B'), I: of('I'), E: of('E') }];
  }),
);

const partOf = (i: number, from: number, to: number): Part => (to - from === 1 ? 'S' : i === from ? 'B' : i === to - 1 ? 'E' : 'I');

/** Marks of names in the curated lists. */
export function lexiconMarks(listed: readonly Match[]): Marks {
  const marks: Marks = [];
  for (const { from, to, names } of listed)
    for (const { type } of names)
      for (let i = from; i < to; i++) {
        const [known, more] = [marks[i], features.get(type)![partOf(i, from, to)]];
        marks[i] = known ? [...known, ...more] : more;
      }
  return marks;
}
