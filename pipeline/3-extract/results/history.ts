import type { Direction, EntityType } from '../../../src/model.ts';
import { f, joined, type Feature } from '../linear.ts';
import { mix } from '../hash.ts';
import type { Step } from './chain.ts';
import { DIRECTIONS, directionFeatures, turns } from './direction.ts';
import { metricCandidates } from './metric.ts';
import { seriesOf, type FigureMark, type Scene } from './scene.ts';
import { slotCandidates, type Candidate } from './slots.ts';

export const SLOTS = ['metric', 'baseline', 'dataset', 'hardware'] as const;
export type Slot = (typeof SLOTS)[number];
const TYPES = { metric: 'metric', baseline: 'technique', dataset: 'dataset', hardware: 'hardware' } as const satisfies {
  [slot in Slot]: EntityType;
};

/** What each figure's direction may be, in the order of the text. */
export const directionSteps = (scene: Scene, figures: readonly FigureMark[]): Step[] =>
  figures.map((figure, t): Step => {
    const features = directionFeatures(scene, figure);
    const ties = t > 0 ? [...relations(figures[t - 1]!, figure), f`turns=${turns(scene, figures[t - 1]!, figure)}`] : [];
    return {
      rows: [],
      shared: { labels: DIRECTIONS, features },
      link: (before, now) => before * DIRECTIONS.length + now,
      links: t === 0 ? [] : DIRECTIONS.flatMap((before) => DIRECTIONS.map((now) => joined(`${before}>${now}`, ties))),
    };
  });

const HOW = ['again', 'none again', 'other', 'filled', 'emptied'];

/** What each figure's slot may hold: "71% and 89% on X" share X. A metric may be what the phrase implies; the other slots may stay empty. */
export function slotSteps(
  scene: Scene,
  figures: readonly FigureMark[],
  directions: readonly Direction[],
  slot: Slot,
): { step: Step; candidates: Candidate[] }[] {
  const type = TYPES[slot];
  let last: Candidate[] = [];
  return figures.map((figure, t) => {
    // only metrics recur often enough from paper to paper for their words to teach anything
    const anchor = slot === 'metric' ? figure : { ...figure, ...seriesOf(scene, figure, type) };
    const named = slotCandidates(scene, anchor, type, directions[t]!, slot === 'metric');
    const candidates = slot === 'metric' ? [...named.slice(1), ...metricCandidates(scene, figure, directions[t]!)] : named;
    const before = last;
    last = candidates;
    const previous = figures[t - 1];
    const between =
      previous !== undefined && scene.mentions.some((m) => m.entity.type === type && m.start >= previous.end && m.end <= figure.start);
    // only what is measured is handed on reliably from figure to figure
    const ties = previous && slot === 'metric' ? relations(previous, figure).flatMap((r) => [r, mix(r, f`named=${between}`)]) : [];
    const link = (b: number, n: number): number => {
      const then = before[b]!.name;
      const now = candidates[n]!.name;
      return then === now ? (now === null ? 1 : 0) : then === null ? 3 : now === null ? 4 : 2;
    };
    return {
      candidates,
      step: { rows: candidates.map((c) => c.features), link, links: t === 0 ? [] : HOW.map((how) => joined(`h=${how}`, ties)) },
    };
  });
}

function relations(a: FigureMark, b: FigureMark): Feature[] {
  const apart = b.sentence - a.sentence;
  const place = a.group === b.group ? 'listed' : apart === 0 ? 'sentence' : apart === 1 ? 'next' : 'later';
  return [f`then`, f`${place}`, f`${place} ${a.label === b.label ? 'same unit' : 'other unit'}`];
}
