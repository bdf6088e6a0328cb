import type { Direction } from '../../../src/model.ts';
import { beside, type FigureMark, type Scene } from './scene.ts';

export const DIRECTIONS: readonly Direction[] = ['value', 'increase', 'decrease'];

/** What says whether a figure is a level or a change, and which way; to be joined with each direction's name. */
export function directionFeatures(scene: Scene, figure: FigureMark): string[] {
  const before = beside(scene.doc, figure, -1, 10);
  const after = beside(scene.doc, figure, 1, 7);
  const u = figure.quantity.unit || 'none';
  const features = [
    'bias',
    `u=${u}`,
    `sign=${figure.sign}`,
    `change=${figure.change}`,
    `change=${figure.change} ${u}`,
    `hedge=${figure.hedge}`,
  ];
  before.forEach((word, i) => features.push(`b=${stem(word)}`, ...(i < 2 ? [`p${i}=${word}`] : [])));
  after.forEach((word, i) => features.push(`a=${stem(word)}`, ...(i < 2 ? [`n${i}=${word}`] : [])));
  features.push(
    `p10=${before[1] ?? ''} ${before[0] ?? ''}`,
    `n01=${after[0] ?? ''} ${after[1] ?? ''}`,
    `p0u=${before[0] ?? ''} ${u}`,
    `n0u=${after[0] ?? ''} ${u}`,
  );
  if (figure.decimal) features.push(`decimal ${u}`);
  if (figure.place > 0) features.push('later');
  return features;
}

/** "reduces", "reducing", "reduction" share a feature. */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)).slice(0, 6) : word);
