import type { Entity, Record } from '../../src/model.ts';
import { spellsOut } from './definition.ts';
import type { Forms } from './names.ts';

/**
 * Whether a long form lost its first word: "policy optimization" is what is left of "proximal policy optimization (PPO)", and "sparse
 * autoencoders" of "specialized sparse autoencoders (SSAEs)". The short form spells it out but for its first letter.
 */
export function isCut(short: string, long: string): boolean {
  const letters = short.replace(/s$/, '').replace(/[^\p{L}\p{N}]/gu, '');
  const words = long.replace(/\bmultimodal/gi, 'multi-modal').match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  if (letters.length < 3 || words.length < 2) return false;
  const initials = words.map((word) => word[0]).join('');
  if (initials.toLowerCase() === letters.slice(1).toLowerCase()) return true;
  const parted = words.join(' ');
  return !spellsOut(letters, parted) && spellsOut(letters.slice(1), parted);
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
