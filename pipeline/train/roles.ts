/** Training of the roles of techniques, from the annotated papers: one forest a role, against all others. */
import { ROLES, type Entity, type Role } from '../../src/model.ts';
import { normalForm } from '../../src/words.ts';
import type { Names } from '../3-extract/names.ts';
import { roleFeatures } from '../3-extract/roles.ts';
import type { Tagged } from '../3-extract/tagger/tagger.ts';
import type { PackedForest } from '../types.ts';
import { FOREST, trainForest, type ForestOptions } from './forest.ts';
import type { Gold } from './sources.ts';

export interface RoleExample {
  row: Float64Array;
  /** Every role that an annotator gave. */
  roles: readonly string[];
}

/** Entities that the annotators found too, with the roles that they gave them. */
export function roleExamples(doc: Tagged, entities: readonly Entity[], gold: Gold, names: Names): RoleExample[] {
  const techniques = entities.filter((e) => e.type === 'technique');
  const features = roleFeatures(doc, techniques, names);
  return techniques.flatMap((entity) => {
    const forms = new Set(entity.forms.map(normalForm));
    const role = gold.entities.find((e) => e.type === 'technique' && [e.name, ...e.forms].some((f) => forms.has(normalForm(f))))?.role;
    return role ? [{ row: features(entity).slice(), roles: Array.isArray(role) ? role : [role] }] : [];
  });
}

export const ROLE_FOREST: ForestOptions = { ...FOREST, trees: 50, depth: 4, rate: 0.15, minLeaf: 5, columns: 0.4 };

export const trainRoles = (examples: readonly RoleExample[], options = ROLE_FOREST): PackedForest[] =>
  ROLES.map((role: Role) =>
    trainForest(
      examples.map((e) => e.row),
      examples.map((e) => (e.roles.includes(role) ? 1 : 0)),
      options,
    ),
  );
