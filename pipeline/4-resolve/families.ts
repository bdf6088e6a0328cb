import type { ResolvedEntity } from '../types.ts';
import { keyOf } from './keys.ts';

/** Version and size at the end of a name: "MobileNet-V2", "GPT-3.5", "LLaMA 7B", "ResNet-50", "MobileNetV3 Large". */
const ENDING = /[\s-]{0,3}(?:v\d{1,3}(?:\.\d{1,3})?|\d{1,6}(?:\.\d{1,3})?[bm]?|tiny|small|base|large|xl|xxl)$/i;

/** Parents of a name, nearest first: "LLaMA 2 7B" -> "LLaMA 2", "LLaMA". */
export function parentsOf(name: string): string[] {
  const parents: string[] = [];
  let rest = name;
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(ENDING, '');
    if (shorter === rest || !/\p{L}{2,}/u.test(shorter)) break;
    parents.push((rest = shorter));
  }
  return parents;
}

/** Techniques that are a version or size of another one that is there too. */
export function families(entities: readonly ResolvedEntity[]): { child: number; parent: number; rule: string }[] {
  const byKey = new Map<string, number>();
  entities.forEach((e, i) => {
    if (e.type === 'technique')
      for (const form of [e.label, ...e.aliases]) if (!byKey.has(keyOf(e.type, form))) byKey.set(keyOf(e.type, form), i);
  });
  const variants: { child: number; parent: number; rule: string }[] = [];
  entities.forEach((entity, child) => {
    if (entity.type !== 'technique') return;
    for (const name of [entity.label, ...entity.aliases]) {
      const parent = parentsOf(name)
        .map((p) => byKey.get(keyOf('technique', p)))
        .find((p) => p !== undefined && p !== child);
      if (parent === undefined) continue;
      variants.push({ child, parent, rule: `"${name}" is a version or size of "${entities[parent]!.label}"` });
      return;
    }
  });
  return variants;
}
