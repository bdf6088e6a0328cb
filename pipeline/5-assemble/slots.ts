import type { EntityType, Record } from '../../src/model.ts';

/** Finds the entity that a result or claim of a record names: by name, else by any of its forms. */
export class Slots {
  readonly #byName = new Map<string, number>();

  constructor(record: Record) {
    record.entities.forEach((entity, i) => this.#claim(entity.type, entity.name, i));
    record.entities.forEach((entity, i) => entity.forms.forEach((form) => this.#claim(entity.type, form, i)));
  }

  #claim(type: EntityType, name: string, entity: number): void {
    const key = `${type} ${name}`;
    if (!this.#byName.has(key)) this.#byName.set(key, entity);
  }

  /** Index into the record's entities. */
  find(type: EntityType, name: string | null): number | undefined {
    return name === null ? undefined : this.#byName.get(`${type} ${name}`);
  }
}
