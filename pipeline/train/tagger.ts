/** The tagger and what selects among its spans -> data/tagger/weights.bin, select.json */
import { ENTITY_TYPES, type Doc, type EntityType } from '../../src/model.ts';
import { normalForm } from '../../src/words.ts';
import { compromise } from '../compromise.ts';
import { cuesExtractor } from '../3-extract/cues.ts';
import { groupMentions } from '../3-extract/entities.ts';
import { lexiconExtractor, type Lexicon } from '../3-extract/lexicon.ts';
import type { Names } from '../3-extract/names.ts';
import { place, type Thresholds } from '../3-extract/select.ts';
import { eachRow } from '../3-extract/select/features.ts';
import { probability, type Forest } from '../3-extract/select/forest.ts';
import { groupCandidates, type Group } from '../3-extract/select/groups.ts';
import { shapes } from '../3-extract/shapes.ts';
import { LABELS } from '../3-extract/tagger/labels.ts';
import { taggerExtractor, type Tagged, type Tagger } from '../3-extract/tagger/tagger.ts';
import type { Vocabulary } from '../3-extract/tagger/vocabulary.ts';
import { COLUMNS, indexRows, type TaggerWeights } from '../3-extract/tagger/weights.ts';
import type { PackedForest } from '../types.ts';
import type { FeatureMaker } from './features.ts';
import { trainCrf, type CrfOptions, type CrfWeights, type Example } from './crf.ts';
import { FOREST, trainForest } from './forest.ts';
import { trainPromise, type PromiseOptions } from './promise.ts';
import type { Gold, Labelled } from './sources.ts';

export const CRF: CrfOptions = { labels: LABELS.length, bits: 22, epochs: 8, rate: 0.1, drop: 0.25, decay: 0, seed: 1, others: 1 };

export const PROMISE: PromiseOptions = { bits: CRF.bits, epochs: 5, rate: 0.1, drop: 0.25, inside: 2, seed: 1 };

/** A step of a weight in the file. */
const STEP = 0.02;
/** A row none of whose weights reaches so many steps is left out. */
const PRUNE = 4;

/** Signed bytes in steps, without the rows that weigh next to nothing: what ships, and what every later step of training sees. */
export function quantise({ bits, table, pairs }: CrfWeights, promise: Float32Array): TaggerWeights {
  const L = LABELS.length;
  const places: number[] = [];
  const rows: number[] = [];
  const row = new Float32Array(COLUMNS);
  for (let place = 0; place < 2 ** bits; place++) {
    row.set(table.subarray(place * L, (place + 1) * L));
    row[L] = promise[place]!;
    if (row.every((w) => Math.abs(w) < (PRUNE - 0.5) * STEP)) continue;
    places.push(place);
    for (const w of row) rows.push(Math.max(-127, Math.min(127, Math.round(w / STEP))));
  }
  const rounded = pairs.map((p) => Math.round(p * 1e4) / 1e4);
  return indexRows(bits, places, Int8Array.from(rows), STEP, rounded);
}

/** An annotated document as the tagger reads it. */
export type Prepared = Example & { doc: Tagged };

export const withFeatures = (prepare: (doc: Doc) => Tagged, maker: FeatureMaker, labelled: Labelled): Prepared => {
  const doc = prepare(labelled.doc);
  return { ...labelled, doc, features: maker.features(doc) };
};

/** An annotated paper with the candidates for its entities, as they would be found in text never seen. */
export interface Judged {
  gold: Gold;
  example: Prepared;
  groups: Group[];
  rows: Float64Array[];
  /** For each group: 1 an entity, 0 none, -1 does not count. */
  truth: number[];
}

export function judge(gold: Gold, example: Prepared, tagger: Tagger, lexicon: Lexicon, vocabulary: Vocabulary, names: Names): Judged {
  const { doc } = example;
  const finders = [taggerExtractor(tagger), lexiconExtractor(lexicon), shapes, cuesExtractor(vocabulary.tag, compromise)];
  const { groups, places } = groupCandidates(doc, finders.flatMap((f) => f.extract(doc).candidates), doc.acronyms, names); // prettier-ignore
  const rows: Float64Array[] = [];
  eachRow(doc, groups, places, names, (row) => rows.push(row.slice()));
  return { gold, example, groups, rows, truth: groups.map((g) => isEntity(doc.text, g, gold)) };
}

function isEntity(text: string, { type, places }: Group, gold: Gold): number {
  const forms = new Set(places.map((p) => normalForm(text.slice(p.start, p.end))));
  let truth = 0;
  for (const entity of gold.entities) {
    if (entity.type !== type || ![entity.name, ...entity.forms].some((f) => forms.has(normalForm(f)))) continue;
    if (!entity.optional) return 1;
    truth = -1;
  }
  return truth;
}

export function trainSelect(judged: readonly Judged[]): PackedForest {
  const x: Float64Array[] = [];
  const y: number[] = [];
  for (const { rows, truth } of judged)
    truth.forEach((t, i) => {
      if (t < 0) return;
      x.push(rows[i]!);
      y.push(t);
    });
  return trainForest(x, y, FOREST);
}

export const entitiesOf = ({ example: { doc }, groups, rows }: Judged, forest: Forest, thresholds: Thresholds, names: Names) =>
  groupMentions(doc, place(doc, groups, rows.map((row) => probability(forest, row)), thresholds), doc.acronyms, names); // prettier-ignore

const GRID = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55];

/** F1 that a higher threshold may cost: what a reader sees had better be right. */
const SLACK = 0.005;

/** The highest threshold of each type whose F1, over papers that the forests have not seen, is about the best. */
export function chooseThresholds(
  judged: readonly Judged[],
  names: Names,
  forestFor: (i: number) => Forest,
  log: (line: string) => void,
): Thresholds {
  const probabilities = judged.map(({ rows }, i) => rows.map((row) => probability(forestFor(i), row)));
  const best = Object.fromEntries(ENTITY_TYPES.map((t) => [t, 0.4])) as { [type in EntityType]: number };
  for (const type of ENTITY_TYPES) {
    const scores: number[] = [];
    for (const threshold of GRID) {
      let [found, extra, all] = [0, 0, 0];
      judged.forEach((j, i) => {
        const wanted = j.gold.entities.filter((e) => e.type === type && !e.optional);
        all += wanted.length;
        const mentions = place(j.example.doc, j.groups, probabilities[i]!, { ...best, [type]: threshold });
        for (const e of groupMentions(j.example.doc, mentions, j.example.doc.acronyms, names)) {
          if (e.type !== type) continue;
          const forms = new Set(e.forms.map(normalForm));
          const hit = j.gold.entities.find((g) => g.type === type && [g.name, ...g.forms].some((f) => forms.has(normalForm(f))));
          if (!hit) extra++;
          else if (!hit.optional) found++;
        }
      });
      scores.push((2 * found) / (found + extra + all || 1));
    }
    const top = Math.max(...scores);
    best[type] = GRID[scores.findLastIndex((f1) => f1 >= top - SLACK)]!;
    log(`${type}: F1 ${GRID.map((threshold, i) => `${scores[i]!.toFixed(3)} at ${threshold}`).join(', ')}`);
  }
  return best;
}

/** What a tagger knows after reading annotated documents. */
export const learn = (examples: Example[], log?: (line: string) => void): TaggerWeights =>
  quantise(trainCrf(examples, CRF, log), trainPromise(examples, PROMISE));
