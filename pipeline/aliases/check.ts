import type { EntityType } from '../../src/model.ts';
import { spelt } from '../4-resolve/aliases.ts';
import { formKey } from '../4-resolve/keys.ts';
import type { AliasName, Aliases } from '../types.ts';
import type { Problem } from './error.ts';

/** Tells every pair of lines that contradict each other. What a file says of a name, it says of all that its `same` makes one with it. */
export function checkAliases(aliases: Aliases, problems: Problem[]): void {
  const groups = new Groups(aliases);
  const tell = (line: number, problem: string): void => void problems.push({ line, problem });

  for (const list of [...aliases.same, ...aliases.not])
    list.forEach((name, i) => {
      const twin = list.slice(0, i).find((other) => other.name === name.name && other.type === name.type);
      if (twin) tell(name.line, `${quoted(name)} stands twice in one list`);
    });

  for (const list of aliases.not)
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = [list[i]!, list[j]!];
        const way = groups.between(a, b);
        if (way && !way.length && !(a.name === b.name && a.type === b.type)) tell(b.line, `${quoted(a)} and ${quoted(b)} are one name`);
        else if (way?.length) tell(b.line, `${quoted(a)} and ${quoted(b)} are not the same, but ${linesOf(way)} them one`);
      }

  const types = new Map<string, { name: AliasName; is: EntityType }>();
  for (const { name, is } of aliases.type) {
    const group = groups.of(name);
    const known = types.get(group);
    if (!known) types.set(group, { name, is });
    else if (known.is !== is) {
      const same = groups.between(known.name, name) ?? [];
      const why = same.length ? `, and ${linesOf(same)} them one` : '';
      tell(
        name.line,
        `${quoted(name)} has the type ${is}, but line ${known.name.line} gives ${quoted(known.name)} the type ${known.is}${why}`,
      );
    }
  }

  for (const name of aliases.drop) {
    const typed = types.get(groups.of(name));
    if (typed) tell(name.line, `${quoted(name)} is dropped, but line ${typed.name.line} gives ${quoted(typed.name)} a type`);
    const list = aliases.same.find((each) => groups.of(each[0]!) === groups.of(name));
    const other = list?.find((each) => groups.idsOf(each).some((id) => groups.idsOf(name).includes(id))) ?? list?.[0];
    if (other) tell(name.line, `${quoted(name)} is dropped, but line ${other.line} makes it one with another name`);
  }
}

const quoted = ({ name, type }: AliasName): string => `"${type === undefined ? '' : `${type}:`}${name}"`;
const linesOf = (lines: readonly number[]): string =>
  lines.length === 1 ? `line ${lines[0]} makes` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)} make`;

/** Names that the file makes one, and by which lines. */
class Groups {
  /** For each name, the names of the same lists, with their lines. */
  readonly #next = new Map<string, { to: string; line: number }[]>();
  readonly #group = new Map<string, string>();
  readonly #exact: ReadonlySet<string>;
  /** Types that names are given with, by key. */
  readonly #typed = new Map<string, Set<EntityType>>();

  constructor(aliases: Aliases) {
    this.#exact = spelt(aliases);
    const all = [...aliases.same.flat(), ...aliases.not.flat(), ...aliases.drop, ...aliases.type.map(({ name }) => name)];
    for (const { name, type } of all) {
      const types = this.#typed.get(this.#key(name)) ?? new Set<EntityType>();
      if (type !== undefined) types.add(type);
      this.#typed.set(this.#key(name), types);
    }
    for (const list of aliases.same) {
      const ids = list.flatMap((name) => this.idsOf(name).map((id) => ({ id, line: name.line })));
      for (const { id, line } of ids.slice(1)) {
        this.#link(ids[0]!.id, id, line);
        this.#link(id, ids[0]!.id, line);
      }
    }
    for (const { name, type, line } of all)
      for (const id of this.idsOf({ name, ...(type !== undefined && { type }), line })) this.#flood(id);
  }

  #key = (name: string): string => (this.#exact.has(name) ? `=${name}` : formKey(name));

  /** A name of any type stands for itself and for the same name of each type that the file speaks of. */
  idsOf({ name, type }: AliasName): string[] {
    const key = this.#key(name);
    return type === undefined ? [`:${key}`, ...[...this.#typed.get(key)!].sort().map((each) => `${each}:${key}`)] : [`${type}:${key}`];
  }

  #link(a: string, b: string, line: number): void {
    const list = this.#next.get(a) ?? [];
    list.push({ to: b, line });
    this.#next.set(a, list);
  }

  #flood(start: string): void {
    if (this.#group.has(start)) return;
    const queue = [start];
    for (const id of queue) {
      if (this.#group.has(id)) continue;
      this.#group.set(id, start);
      for (const { to } of this.#next.get(id) ?? []) queue.push(to);
    }
  }

  of = (name: AliasName): string => this.#group.get(this.idsOf(name)[0]!)!;

  /** Lines that make two names one, by the shortest way; undefined where they are not, [] where they are one name. */
  between(a: AliasName, b: AliasName): number[] | undefined {
    const goals = new Set(this.idsOf(b));
    const from = new Map<string, { id: string; line: number } | null>(this.idsOf(a).map((id) => [id, null]));
    const queue = [...from.keys()];
    for (const id of queue) {
      if (goals.has(id)) {
        const lines: number[] = [];
        for (let at = from.get(id); at; at = from.get(at.id)) lines.push(at.line);
        return [...new Set(lines)].sort((x, y) => x - y);
      }
      for (const { to, line } of this.#next.get(id) ?? []) {
        if (from.has(to)) continue;
        from.set(to, { id, line });
        queue.push(to);
      }
    }
    return undefined;
  }
}
