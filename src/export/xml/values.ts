import { fitting, type Field, type Value } from '../fields/field.ts';
import type { Losses } from '../types.ts';
import { escapeXml } from './text.ts';

/** Writes an item's values, each between what its field begins and what ends it; those it has not are left out. */
export function valueWriter<T>(
  fields: readonly Field<T>[],
  begin: (field: Field<T>) => string,
  end: string,
  losses: Losses,
): (item: T) => string {
  // Kinds, counts and the like are often those of the item before; what had to be escaped is not kept, as its losses count each time.
  const parts = fields.map((field) => ({ ...field, begin: begin(field), last: undefined as Value, text: '' }));
  return (item) => {
    let text = '';
    for (const part of parts) {
      const value = fitting(part.of(item), part.type, losses);
      if (value === undefined) continue;
      if (value === part.last) {
        text += part.text;
        continue;
      }
      const escaped = typeof value === 'string' ? escapeXml(value, losses) : String(value);
      const made = part.begin + escaped + end;
      if (typeof value !== 'string' || (escaped === value && value.length < REPEATED)) [part.last, part.text] = [value, flat(made)];
      text += made;
    }
    return text;
  };
}

/** Longer texts are not worth the comparison. */
const REPEATED = 40;

/** The same text, joined now: what is put into many longer ones is else walked through piece by piece in each of them. */
export function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
