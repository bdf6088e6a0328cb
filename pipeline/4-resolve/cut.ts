import type { Entity, Record } from '../../src/model.ts';
import type { Forms } from './names.ts';

/**
 * Whether a long form lost its first word: "policy optimization" is what is left of "proximal policy optimization (PPO)". All letters of
 * the short form but the first are the first letters of its words.
 */
export function isCut(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const words = long.toLowerCase().match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  return words.length > 1 && words.length === letters.length - 1 && words.every((word, i) => word[0] === letters[i + 1]);
}

/** Takes such short forms from what they do not stand for: each is an entity of its own. Other records stay the same objects. */
export function mendCut(records: readonly Record[], forms: Forms): Record[] {
  return records.map((record) => {
    if (!record.entities.some((entity) => cutIn(entity, forms).length)) return record;
    const text = `${record.title}\n${record.abstract}`;
    return {
      ...record,
      entities: record.entities.flatMap((entity) => {
        const cut = new Set(cutIn(entity, forms));
        if (!cut.size) return [entity];
        const short = ({ start, end }: { start: number; end: number }): boolean => cut.has(text.slice(start, end));
        const part = (all: string[], mentions: Entity['mentions']): Entity => ({ ...entity, name: all[0]!, forms: all, mentions });
        return [
          part(entity.forms.filter((form) => !cut.has(form)), entity.mentions.filter((mark) => !short(mark))),
          part([...cut], entity.mentions.filter(short)),
        ]; // prettier-ignore
      }),
    };
  });
}

function cutIn({ name, forms: all }: Entity, forms: Forms): string[] {
  if (all.length === 1) return [];
  const { text, key } = forms.read(name);
  return all.filter((form) => {
    const read = forms.read(form);
    return read.short && read.key !== key && isCut(read.text, text);
  });
}
