/** Records as small as resolution needs them. */
import { resolve } from '../../../pipeline/4-resolve/resolve.ts';
import type { Aliases, Resolved } from '../../../pipeline/types.ts';
import type { EntityType, Record, Role } from '../../../src/model.ts';

/** An entity: its type, or a technique's role, then its forms, the fullest first. */
export type Named = [EntityType | Role, ...string[]];

const ROLES: readonly string[] = ['proposed', 'used', 'baseline', 'mentioned'];

export const record = (id: string, ...entities: Named[]): Record => ({
  id,
  title: id,
  abstract: '',
  sentences: [],
  entities: entities.map(([is, ...forms]) => ({
    ...(ROLES.includes(is) ? { type: 'technique' as const, role: is as Role } : { type: is as EntityType }),
    name: forms[0]!,
    forms,
    mentions: [],
    by: [],
  })),
  results: [],
  claims: [],
  links: [],
});

export const titled = (title: string, made: Record): Record => ({ ...made, title });

/** Resolution without lists. */
export const resolved = (records: readonly Record[], aliases?: Aliases): Resolved => resolve(records, [], aliases);
