import type { Direction, Entity, EntityType, Result } from '../../src/model.ts';
import type { Extractor } from './layers.ts';
import { best, score, type Weights } from './linear.ts';
import { loadModels } from './results/weights.ts';
import { DIRECTIONS, directionFeatures } from './results/direction.ts';
import { figureFeatures } from './results/figure.ts';
import { metricCandidates } from './results/metric.ts';
import { sceneOf, type FigureMark, type MentionMark, type Scene } from './results/scene.ts';
import { slotCandidates, type Candidate } from './results/slots.ts';

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

export function directionOf(scene: Scene, figure: FigureMark, weights: Weights): Direction {
  const features = directionFeatures(scene, figure);
  return DIRECTIONS[
    best(
      weights,
      DIRECTIONS.map((direction) => features.map((feature) => `${direction}|${feature}`)),
    )
  ]!;
}

export const SLOTS = { baseline: 'technique', dataset: 'dataset', hardware: 'hardware' } as const satisfies { [slot: string]: EntityType };

export const metricChoices = (scene: Scene, figure: FigureMark, direction: Direction): Candidate[] => [
  ...slotCandidates(scene, figure, 'metric', direction).slice(1),
  ...metricCandidates(scene, figure, direction),
];

/** "13% and 25% reduction in both the FLOPs and parameter counts": each figure is about each of the metrics. */
function alsoAbout(scene: Scene, figure: FigureMark, chosen: MentionMark | undefined): Entity[] {
  if (!chosen || chosen.size < 2 || chosen.sentence !== figure.sentence) return [];
  const listed = scene.mentions.filter((m) => m.group === chosen.group && m.entity.type === chosen.entity.type);
  const { text, sentences } = scene.doc;
  const lead = text.slice(Math.max(sentences[figure.sentence]!.start, listed[0]!.start - 12), listed[0]!.start);
  if (!/\bboth\s(?:the\s)?$/.test(lead)) return [];
  const after = text.slice(listed[listed.length - 1]!.end, sentences[figure.sentence]!.end).slice(0, 80);
  if (figure.size === listed.length && /^[^.;]{0,60}\brespectively\b/.test(after)) return [];
  return listed.map((m) => m.entity).filter((entity) => entity !== chosen.entity);
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
  const results: Result[] = [];
  const scores = judge(scene, models.figure);
  scene.figures.forEach((figure, i) => {
    if (scores[i]! <= THRESHOLD) return;
    const direction = directionOf(scene, figure, models.direction);
    const choose = (weights: Weights, candidates: Candidate[]): Candidate | undefined =>
      candidates[
        best(
          weights,
          candidates.map((c) => c.features),
        )
      ];
    const slot = (name: keyof typeof SLOTS): string | null =>
      choose(models[name], slotCandidates(scene, figure, SLOTS[name], direction))?.name ?? null;
    const metric = choose(models.metric, metricChoices(scene, figure, direction));
    const { start, end, sentence, quantity, hedge } = figure;
    const result: Result = {
      value: scene.doc.text.slice(start, end),
      quantity,
      metric: metric?.name ?? null,
      direction,
      ...(hedge === '' ? {} : { hedge }),
      baseline: slot('baseline'),
      dataset: slot('dataset'),
      hardware: slot('hardware'),
      evidence: evidenceOf(scene, figure),
      span: { start, end, sentence },
    };
    results.push(result);
    for (const entity of alsoAbout(scene, figure, metric?.mention)) results.push({ ...result, metric: entity.name });
  });
  return results;
}

export const results: Extractor<'entities', 'results'> = {
  id: 'results',
  summary: 'every figure that the paper claims, with what it measures and against what',
  needs: ['entities'],
  gives: ['results'],
  extract: (doc) => ({ results: readResults(sceneOf(doc, doc.entities), loadModels()) }),
};
