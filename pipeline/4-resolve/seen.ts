import type { Entity, Record } from '../../src/model.ts';
import type { Form, Forms } from './names.ts';

/** An entity of a record with its forms read, which is done once. */
export interface Seen {
  record: Record;
  entity: Entity;
  /** The fullest form. */
  name: Form;
  /** All forms, none twice. */
  forms: readonly Form[];
}

/** The entities of each record. */
export const seeAll = (records: readonly Record[], forms: Forms): Seen[][] =>
  records.map((record) =>
    record.entities.map((entity) => {
      const name = forms.read(entity.name);
      const { forms: all } = entity;
      return {
        record,
        entity,
        name,
        forms: all.length === 1 && all[0] === entity.name ? [name] : distinct(all.map((form) => forms.read(form))),
      };
    }),
  );

const distinct = (forms: readonly Form[]): Form[] => (forms.length === 1 ? [...forms] : [...new Set(forms)]);

/** Months since the year 0, or NaN. */
export const monthOf = ({ date }: Record): number => (date?.year ?? Number.NaN) * 12 + (date?.month ?? Number.NaN);
