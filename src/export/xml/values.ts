import { fitting, type Field, type Value } from '../fields/field.ts';
import type { Losses } from '../types.ts';
import { escapeXml } from './text.ts';

/**
 * Writes an item's values, each between what its field begins and what ends it; those it has not are left out.
 * @param follows what stands after them all
 */
export function valueWriter<T>(
  fields: readonly Field<T>[],
  begin: (field: Field<T>) => string,
  end: string,
  losses: Losses,
  follows = '',
): (item: T) => string {
  // Kinds, counts and the like are often those of the item before; what had to be escaped is not kept, as its losses count each time.
  const parts = fields.map(({ id, type, of }) => ({ begin: begin({ id, type, of }), type, of, last: undefined as Value, text: '' }));
  let whole: string | undefined;
  return (item) => {
    let same = whole !== undefined;
    let keeps = true;
    for (const part of parts) {
      const value = fitting(part.of(item), part.type, losses);
      if (value === part.last) continue;
      same = false;
      const escaped = value === undefined ? '' : typeof value === 'string' ? escapeXml(value, losses) : String(value);
      const again = typeof value !== 'string' || (escaped === value && value.length < REPEATED);
      const text = value === undefined ? '' : part.begin + escaped + end;
      part.text = again ? flat(text) : text;
      part.last = again ? value : null; // no field fits null
      keeps &&= again;
    }
    if (same) return whole!;
    let text = '';
    for (const part of parts) text += part.text;
    text += follows;
    whole = keeps ? flat(text) : undefined;
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
