import { ENTITY_TYPES, type EntityType } from '../../src/model.ts';

/** Values by the type and the words of a name, without a string made of both: millions are looked up. */
export class ByName<T> {
  readonly #byType = new Map<EntityType, Map<string, T>>(ENTITY_TYPES.map((type) => [type, new Map<string, T>()]));

  get(type: EntityType, key: string): T | undefined {
    return this.#byType.get(type)!.get(key);
  }

  set(type: EntityType, key: string, value: T): void {
    this.#byType.get(type)!.set(key, value);
  }

  delete(type: EntityType, key: string): void {
    this.#byType.get(type)!.delete(key);
  }

  /** The value, made where there is none. */
  at(type: EntityType, key: string, make: () => T): T {
    const map = this.#byType.get(type)!;
    let value = map.get(key);
    if (value === undefined) map.set(key, (value = make()));
    return value;
  }

  *[Symbol.iterator](): Generator<[EntityType, string, T]> {
    for (const [type, map] of this.#byType) for (const [key, value] of map) yield [type, key, value];
  }
}
