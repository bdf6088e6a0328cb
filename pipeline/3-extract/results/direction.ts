import type { Direction } from '../../../src/model.ts';
import { f, type Feature } from '../linear.ts';
import { tokenFrom } from '../spans.ts';
import { beside } from './around.ts';
import { span, type FigureMark, type Scene } from './scene.ts';

export const DIRECTIONS: readonly Direction[] = ['value', 'increase', 'decrease'];

/** Beginnings of words that say which way something went, or that a level was reached. */
const UP =
  'improv increas boost gain higher greater more faster speed-up speedup exceed outperform surpass rais lift enhanc grow grew better accelerat jump uplift doubl larger longer stronger advantage rise rose superior up+ overhead'.split(
    ' ',
  );
const DOWN =
  'reduc decreas lower cut sav drop fewer less smaller shrink compress degrad declin minimi shorten loss lighter cheaper drop fell fall redundan slash down trim eliminat shorter worse slower lagging behind below'.split(
    ' ',
  );
const LEVEL =
  'achiev reach attain obtain score accuracy rang only with has have contain requir tak run record report yield deliver hit'.split(' ');
const SORTS = [
  ['up', UP],
  ['down', DOWN],
  ['level', LEVEL],
] as const;
const sorts = new Map<string, string>();

/** "up", "down", "level" or '' for a word in lower case. */
function sortOf(word: string): string {
  let sort = sorts.get(word);
  if (sort === undefined) {
    sort =
      /^(?:less|only|with|has|have|run|up|down|cut|hit|more|rose|fell)$/.test(word) || word.length > 3
        ? (SORTS.find(([, stems]) => stems.some((s) => word.startsWith(s)))?.[0] ?? '')
        : '';
    if (sorts.size < 20_000) sorts.set(word, sort);
  }
  return sort;
}

/**
 * What says whether a figure is a level or a change, and which way; to be joined with each direction's name.
 */
export function directionFeatures(scene: Scene, figure: FigureMark): Feature[] {
  const whole = span(scene, figure);
  const before = beside(scene.doc, whole, -1, 14);
  const after = beside(scene.doc, whole, 1, 7);
  const near = beside(scene.doc, figure, 1, 3);
  const u = figure.label;
  const features = [
    f`bias`,
    f`u=${u}`,
    f`sign=${figure.sign}`,
    f`change=${figure.change}`,
    f`change=${figure.change} ${u}`,
    f`hedge=${figure.hedge}`,
  ];
  before.slice(0, 8).forEach((word, i) => features.push(f`b=${stem(word)}`, ...(i < 2 ? [f`p${i}=${word}`] : [])));
  after.slice(0, 6).forEach((word, i) => features.push(f`a=${stem(word)}`, ...(i < 2 ? [f`n${i}=${word}`] : [])));
  features.push(f`own n0=${near[0] ?? ''}`);
  const left = before.findIndex((word) => /^(?:up|down)$/.test(sortOf(word)));
  const anyLeft = before.findIndex((word) => sortOf(word) !== '');
  const right = after.findIndex((word) => /^(?:up|down)$/.test(sortOf(word)));
  const leftSort = left >= 0 ? sortOf(before[left]!) : 'none';
  const rightSort =
    right >= 0 && !after.slice(0, right).some((w) => /^(?:and|,|while|with|;|\.|\()$/.test(w)) ? sortOf(after[right]!) : 'none';
  const by = before.slice(0, 4).includes('by')
    ? 'by'
    : before.slice(0, 3).includes('to')
      ? 'to'
      : before.slice(0, 3).includes('of')
        ? 'of'
        : '';
  features.push(
    f`left=${leftSort}`,
    f`right=${rightSort}`,
    f`left=${leftSort} right=${rightSort}`,
    f`left=${leftSort} ${by}`,
    f`left=${leftSort} ${Math.min(5, left)}`,
    f`right=${rightSort} ${Math.min(3, right)}`,
    f`left=${leftSort} ${u} ${by}`,
    f`right=${rightSort} ${u}`,
    f`any=${anyLeft >= 0 ? sortOf(before[anyLeft]!) : 'none'} ${Math.min(4, anyLeft)}`,
    f`any=${anyLeft >= 0 ? sortOf(before[anyLeft]!) : 'none'} right=${rightSort} ${by}`,
  );
  const verdict = right >= 0 && right <= 2 && rightSort !== 'none' ? rightSort : anyLeft >= 0 ? sortOf(before[anyLeft]!) : rightSort;
  features.push(f`verdict=${verdict}`, f`verdict=${verdict} ${u}`, f`verdict=${verdict} ${by}`, f`verdict=${verdict} ${figure.decimal}`);
  if (figure.decimal) features.push(f`decimal ${u}`);
  return features;
}

/** Does a word between two figures of a sentence say that the direction changes? */
export function turns({ doc }: Scene, a: FigureMark, b: FigureMark): string {
  if (a.sentence !== b.sentence) return 'sentence';
  const from = tokenFrom(doc.tokens, a.end);
  for (let i = tokenFrom(doc.tokens, b.start) - 1; i >= from; i--) {
    const sort = sortOf(doc.tokens.at(i).lower);
    if (sort !== '') return sort;
  }
  return 'none';
}

/** "reduces", "reducing", "reduction" share a feature. */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)).slice(0, 6) : word);
