/** Training of the roles of techniques, from the annotated papers: one forest a role, against all others. */
import { ROLES, type Doc, type Entity, type Role } from '../../src/model.ts';
import { roleFeatures } from '../3-extract/roles.ts';
import type { PackedForest } from '../types.ts';
import { FOREST, trainForest, type ForestOptions } from './forest.ts';
import { goldEntities, type Gold } from './results/gold.ts';

export interface RoleExample {
  row: Float64Array;
  /** Every role that an annotator gave. */
  roles: readonly Role[];
}

export function roleExamples(doc: Doc, gold: Gold, known: (name: string) => boolean): RoleExample[] {
  return goldEntities(doc, gold).flatMap((entity: Entity) => {
    const annotated = gold.entities.find((e) => e.type === 'technique' && e.name === entity.name)?.role;
    if (entity.type !== 'technique' || !annotated) return [];
    return [{ row: roleFeatures(doc, entity, known), roles: Array.isArray(annotated) ? annotated : [annotated] }];
  });
}

export const ROLE_FOREST: ForestOptions = { ...FOREST, trees: 160, depth: 4, rate: 0.06, minLeaf: 5, columns: 0.4 };

export const trainRoles = (examples: readonly RoleExample[], options = ROLE_FOREST): PackedForest[] =>
  ROLES.map((role) =>
    trainForest(
      examples.map((e) => e.row),
      examples.map((e) => (e.roles.includes(role) ? 1 : 0)),
      options,
    ),
  );
