import type { ResolvedEntity } from '../types.ts';
import { runTogether, wordsOfName } from './keys.ts';

/** Version, size or training state at the end of a name: "MobileNet-V2", "GPT-3.5", "LLaMA 7B", "ResNet-50", "ViT-B/16", "Gemini 2.5 Pro". */
const ENDING =
  /[\s\-_/]{0,3}(?:v\d{1,3}(?:\.\d{1,3})?|\d{1,6}(?:\.\d{1,3})?(?:[bmk]|[bm]?-?a\d{1,3}b|x\d{1,3}b)?|(?<=[\s\-_/])(?:tiny|small|medium|base|large|huge|giant|nano|mini|micro|xs|xl|xxl|xlarge|[bls]|pro|plus|max|ultra|turbo|lite|flash|preview|instruct|chat|thinking))$/i;

/** What such an ending ends with; most names are told by it. */
const LAST =
  /(?:[\dbmksx]|l|tiny|small|medium|base|large|huge|giant|nano|mini|micro|pro|plus|ultra|turbo|lite|flash|preview|instruct|chat|thinking)$/i;

/** Deepest nesting of a family: "Qwen2.5-7B-Instruct" -> "Qwen2.5-7B" -> "Qwen2.5" -> "Qwen". */
const DEPTH = 4;
const LONGEST = 80;

/** Parents of a name, nearest first: "LLaMA 2 7B" -> "LLaMA 2", "LLaMA". */
export function parentsOf(name: string): string[] {
  const parents: string[] = [];
  let rest = name.slice(0, LONGEST);
  for (let i = 0; i < DEPTH; i++) {
    const shorter = LAST.test(rest) ? rest.replace(ENDING, '') : rest;
    if (shorter === rest || !/\p{L}{2,}/u.test(shorter)) break;
    parents.push((rest = shorter));
  }
  return parents;
}

/** A name of its own: written with a capital, three letters or more. */
const canHead = (name: string): boolean => /\p{Lu}/u.test(name) && /\p{L}{3,}/u.test(name) && !/\s\S+\s/.test(name);

const keyOf = (name: string): string => runTogether(wordsOfName(name));

export interface Families {
  variants: { child: number; parent: number; rule: string }[];
  /** Families that no paper names, of which there are several versions. */
  heads: string[];
}

/**
 * Techniques that are a version or size of another one. Where two or more versions are there and the family itself is not, the
 * family is added, its index after the last entity.
 */
export function families(entities: readonly ResolvedEntity[]): Families {
  const byKey = new Map<string, number>();
  const all: { child: number; name: string; parents: { name: string; key: string }[] }[] = [];
  entities.forEach(({ type, label, aliases }, child) => {
    if (type !== 'technique') return;
    let first: { name: string; parents: string[] } | undefined;
    for (const form of [label, ...aliases]) {
      const key = keyOf(form);
      if (!byKey.has(key)) byKey.set(key, child);
      if (first) continue;
      const parents = parentsOf(form);
      if (parents.length) first = { name: form, parents };
    }
    if (first) all.push({ child, name: first.name, parents: first.parents.map((name) => ({ name, key: keyOf(name) })) });
  });

  const missing = new Map<string, { names: Map<string, number>; children: number }>();
  for (const { child, parents } of all) {
    const top = parents.at(-1)!;
    if (!canHead(top.name) || parents.some(({ key }) => byKey.has(key) && byKey.get(key) !== child)) continue;
    const entry = missing.get(top.key) ?? { names: new Map<string, number>(), children: 0 };
    entry.children++;
    entry.names.set(top.name, (entry.names.get(top.name) ?? 0) + 1);
    missing.set(top.key, entry);
  }
  const heads: string[] = [];
  for (const [key, { names, children }] of [...missing].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (children < 2 || byKey.has(key)) continue;
    byKey.set(key, entities.length + heads.length);
    heads.push([...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]);
  }

  const variants = all.flatMap(({ child, name, parents }) => {
    const parent = parents.map(({ key }) => byKey.get(key)).find((p) => p !== undefined && p !== child);
    if (parent === undefined) return [];
    const label = entities[parent]?.label ?? heads[parent - entities.length]!;
    return [{ child, parent, rule: `"${name}" is a version or size of "${label}"` }];
  });
  return { variants, heads };
}
