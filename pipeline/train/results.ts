/** The models that read results and claims, trained on annotated papers; the same papers give the same weights. */
import type { Paper } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';
import { parse } from '../2-parse/parse.ts';
import type { Feature } from '../3-extract/linear.ts';
import { MODEL_NAMES } from '../3-extract/results/weights.ts';
import { fitAdapted } from './results/adapt.ts';
import { addExamples, noExamples, type Examples } from './results/examples.ts';
import { goldEntities, type Gold } from './results/gold.ts';
import { fit, type FitOptions } from './results/fit.ts';

/** Share of the entities left out of the second reading. */
const MISSED = 0.35;

/** Where a model fares better with other than the usual settings, by cross-validation. */
export const SETTINGS: { [name in (typeof MODEL_NAMES)[number]]?: Partial<FitOptions> } = { claim: { min: 4 } };

/**
 * When to name a baseline that stands elsewhere, or a data set, are habits in which readers differ: most decisions are learnt from the
 * shared annotations alone, on which one habit rests. What a sentence settles is learnt from our own alike...
 */
const SETTLED: readonly string[] = ['direction', 'metric'];
/** ...and what is a claim, from both with the habits kept apart. */
const ADAPTED: readonly string[] = ['claim'];

export interface Annotated {
  gold: Gold;
  paper: Paper;
}

/** The models that annotated papers teach, the shared ones and our own; those that ship read as the shared ones are annotated. */
export function trainFrom(shared: readonly Annotated[], own: readonly Annotated[]): { [name: string]: Map<Feature, number> } {
  const random = seeded(1);
  const home = examplesOf(shared, random);
  const away = examplesOf(own, random);
  const train = (name: (typeof MODEL_NAMES)[number]): Map<Feature, number> => {
    if (ADAPTED.includes(name)) return fitAdapted(home[name], away[name], SETTINGS[name]);
    return fit(SETTLED.includes(name) ? [...home[name], ...away[name]] : home[name], SETTINGS[name]);
  };
  return Object.fromEntries(MODEL_NAMES.map((name) => [name, train(name)]));
}

function examplesOf(annotated: readonly Annotated[], random: () => number): Examples {
  const examples = noExamples();
  for (const { gold, paper } of annotated) {
    const doc = parse(paper);
    const entities = goldEntities(doc, gold);
    addExamples(examples, doc, entities, gold);
    // metrics are read once more with a third of all names gone, so that phrases are learnt too: what finds entities misses some
    const thinned = noExamples();
    addExamples(
      thinned,
      doc,
      entities.filter(() => random() > MISSED),
      gold,
    );
    examples.metric.push(...thinned.metric);
  }
  return examples;
}
