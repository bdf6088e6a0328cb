import type { Direction, Result } from '../../src/model.ts';
import type { Extractor } from './layers.ts';
import { score, type Weights } from './linear.ts';
import { decode } from './results/chain.ts';
import { conditionOf } from './results/condition.ts';
import { DIRECTIONS } from './results/direction.ts';
import { figureFeatures, isSetting } from './results/figure.ts';
import { directionSteps, slotSteps, type Slot } from './results/history.ts';
import { marksOf, type FigureMark, type MentionMark, type Scene } from './results/scene.ts';
import type { Candidate } from './results/slots.ts';
import { loadModels } from './results/weights.ts';

/** The models that read results, one for each decision. */
export interface ResultModels {
  figure: Weights;
  direction: Weights;
  metric: Weights;
  baseline: Weights;
  dataset: Weights;
  hardware: Weights;
}

/** Above this a number is taken for a claimed figure. */
const THRESHOLD = 0;

/** Scores of all figures; those of one enumeration are judged together, since they stand or fall together. */
export function judge(scene: Scene, weights: Weights): number[] {
  const own = scene.figures.map((figure) => score(weights, figureFeatures(scene, figure)));
  const groups = new Map<number, { sum: number; n: number }>();
  scene.figures.forEach(({ group }, i) => {
    const g = groups.get(group) ?? { sum: 0, n: 0 };
    groups.set(group, { sum: g.sum + own[i]!, n: g.n + 1 });
  });
  return scene.figures.map(({ group }, i) => (own[i]! + groups.get(group)!.sum / groups.get(group)!.n) / 2);
}

/** A phrase that ends an enumeration of two: "... and parameter counts of". */
const SECOND =
  /^\s+and\s+(?:the\s+)?([\p{L}][\p{L}\p{N}@-]*(?:\s[\p{L}][\p{L}\p{N}@-]*){0,2}?)(?=\s+(?:of|on|for|in|with|by|compared|over|while|than)\b|[.,;:)]|$)/u;

/** The first mention after a figure of what a phrase around it names. */
const mentionOf = (scene: Scene, figure: FigureMark, name: string | null): MentionMark | undefined =>
  marksOf(scene, 'metric').all.find((m) => m.sentence === figure.sentence && m.start >= figure.end && m.entity.name === name);

/** "13% and 25% reduction in both the FLOPs and parameter counts": each figure is about each of the metrics. */
function alsoAbout(scene: Scene, figure: FigureMark, metric: Candidate): string[] {
  const chosen = metric.mention ?? mentionOf(scene, figure, metric.name);
  if (!chosen || chosen.sentence !== figure.sentence) return [];
  const { text, sentences } = scene.doc;
  const bounds = sentences[figure.sentence]!;
  const listed = marksOf(scene, 'metric').all.filter((m) => m.group === chosen.group);
  if (!/\bboth\s(?:the\s)?$/.test(text.slice(Math.max(bounds.start, listed[0]!.start - 12), listed[0]!.start))) return [];
  const after = text.slice(listed[listed.length - 1]!.end, bounds.end).slice(0, 100);
  if (figure.size > 1 && /^[^.;]{0,60}\brespectively\b/.test(after)) return [];
  if (listed.length > 1) return listed.map((m) => m.entity.name).filter((name) => name !== chosen.entity.name);
  const second = SECOND.exec(after)?.[1];
  return second ? [second] : [];
}

/** "1.5x faster" in terms of latency means less latency. */
function directionFor(scene: Scene, figure: FigureMark, direction: Direction, metric: string | null): Direction {
  if (direction !== 'increase' || !metric || !/(?:\btimes?|latenc(?:y|ies)|delays?|runtimes?|durations?)$/i.test(metric)) return direction;
  const near = scene.doc.text.slice(Math.max(scene.doc.sentences[figure.sentence]!.start, figure.start - 24), figure.end + 24);
  return /\b(?:faster|quicker|speed\w*|accelerat\w*)\b/i.test(near) ? 'decrease' : direction;
}

/** The clause of a figure: its sentence, cut at semicolons. */
function evidenceOf({ doc }: Scene, figure: FigureMark): string {
  const sentence = doc.sentences[figure.sentence]!;
  const from = doc.text.lastIndexOf('; ', figure.start);
  const to = doc.text.indexOf('; ', figure.end);
  const start = from > sentence.start && from + 2 <= figure.start ? from + 2 : sentence.start;
  return doc.text.slice(start, to >= 0 && to < sentence.end ? to : sentence.end);
}

export function readResults(scene: Scene, models: ResultModels): Result[] {
  const scores = judge(scene, models.figure);
  const figures = scene.figures.filter((figure, i) => scores[i]! > THRESHOLD && !isSetting(scene.doc, figure));
  if (figures.length === 0) return [];
  const directions = decode(models.direction, directionSteps(scene, figures)).map((i) => DIRECTIONS[i]!);
  const fill = (slot: Slot): Candidate[] => {
    const steps = slotSteps(scene, figures, directions, slot);
    return decode(
      models[slot],
      steps.map(({ step }) => step),
    ).map((choice, t) => steps[t]!.candidates[choice]!);
  };
  const [metric, baseline, dataset, hardware] = [fill('metric'), fill('baseline'), fill('dataset'), fill('hardware')];
  return figures.flatMap((figure, t) => {
    const { start, end, sentence, quantity, hedge } = figure;
    const condition = conditionOf(scene, figure);
    const result: Result = {
      value: scene.doc.text.slice(start, end),
      ...(Number.isFinite(quantity.low) && Number.isFinite(quantity.high) && { quantity }),
      metric: metric[t]!.name,
      direction: directionFor(scene, figure, directions[t]!, metric[t]!.name),
      ...(hedge === '' ? {} : { hedge }),
      baseline: baseline[t]!.name,
      dataset: dataset[t]!.name,
      hardware: hardware[t]!.name,
      ...(condition && { condition }),
      evidence: evidenceOf(scene, figure),
      span: { start, end, sentence },
    };
    return [result, ...alsoAbout(scene, figure, metric[t]!).map((name) => ({ ...result, metric: name }))];
  });
}

export const results: Extractor<'scenes', 'results'> = {
  id: 'results',
  summary: 'every figure that the paper claims, with what it measures and against what',
  needs: ['scenes'],
  gives: ['results'],
  extract: ({ scenes }) => ({ results: scenes.flatMap((scene) => readResults(scene, loadModels())) }),
};
