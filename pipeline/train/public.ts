/**
 * The tagger's features on public sets, for comparison with published figures: `npm run eval:public`.
 * SciERC: trained on its train split alone, read on its dev split, exact spans, all six types (SciIE 64.2 and fine-tuned
 * SciBERT 67.6 on test). TDMSci: five-fold cross-validation on its train split (its authors' tagger 62.0 on test).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc, Sentence, Span } from '../../src/model.ts';
import { Lexicon } from '../3-extract/lexicon.ts';
import { decode } from '../3-extract/tagger/crf.ts';
import { readVocabulary } from '../3-extract/tagger/vocabulary.ts';
import { loadLists } from '../knowledge.ts';
import { score, trainCrf, type Example } from './crf.ts';
import { readShared } from './sources.ts';
import { tokensAt } from '../2-parse/tokens.ts';
import { Vocab } from '../2-parse/vocab.ts';
import { FeatureMaker, preparation } from './features.ts';
import { CRF, withFeatures } from './tagger.ts';

const vocab = new Vocab(Infinity);

/** CoNLL as documents of the set's own tokens; label 2t + 1 begins a run of type t, 2t + 2 goes on. */
function read(path: string, types: readonly string[], byDocument: boolean): { doc: Doc; labels: number[] }[] {
  const documents: { tokens: string[]; tags: string[] }[][] = [];
  const docs = readShared(path).split(byDocument ? /^-DOCSTART-.*$/m : /\n\s*\n/);
  for (const text of docs) {
    const sentences = text.split(/\n\s*\n/).map((block) => block.split('\n').map((l) => l.trim().split(/\s+/)).filter((c) => c.length > 1)); // prettier-ignore
    const parsed = sentences.filter((s) => s.length).map((s) => ({ tokens: s.map((c) => c[0]!), tags: s.map((c) => c.at(-1)!) }));
    if (parsed.length) documents.push(parsed);
  }
  return documents.map((sentences) => {
    let text = '\n';
    const tokens: Span[] = [];
    const labels: number[] = [];
    const bounds: Sentence[] = [{ start: 0, end: 0, from: 0, to: 0 }];
    for (const s of sentences) {
      const from = tokens.length;
      let last = 'O';
      s.tokens.forEach((word, i) => {
        tokens.push({ start: text.length, end: text.length + word.length });
        text += `${word} `;
        const tag = s.tags[i]!;
        const t = types.indexOf(tag.slice(2));
        labels.push(tag === 'O' || t < 0 ? 0 : 2 * t + (tag.startsWith('I-') && last.slice(2) === tag.slice(2) ? 2 : 1));
        last = tag;
      });
      bounds.push({ start: tokens[from]!.start, end: text.length - 1, from, to: tokens.length });
    }
    return {
      doc: { paper: { id: '', title: '', abstract: text.slice(1) }, text, tokens: tokensAt(text, tokens, vocab), sentences: bounds },
      labels,
    };
  });
}

const prepare = preparation(new Lexicon(loadLists()));
const maker = new FeatureMaker(readVocabulary(readFileSync(join(import.meta.dirname, '../../data/tagger/words.tsv'), 'utf8')).clusters);
const example = ({ doc, labels }: { doc: Doc; labels: number[] }): Example =>
  withFeatures(prepare, maker, { doc, allowed: Uint16Array.from(labels, (l) => 1 << l), ours: true });

const runs = (labels: ArrayLike<number>, from: number, to: number): Set<string> => {
  const found = new Set<string>();
  for (let i = from; i < to; i++) {
    if (labels[i]! % 2 !== 1) continue;
    let j = i + 1;
    while (j < to && labels[j] === labels[i]! + 1) j++;
    found.add(`${i} ${j} ${labels[i]}`);
  }
  return found;
};

/** Exact spans: found, predicted, annotated. */
function compare(
  train: { doc: Doc; labels: number[] }[],
  test: { doc: Doc; labels: number[] }[],
  labels: number,
): [number, number, number] {
  const weights = trainCrf(train.map(example), { ...CRF, labels });
  const sums: [number, number, number] = [0, 0, 0];
  for (const t of test) {
    const { features } = example(t);
    for (const { from, to } of t.doc.sentences) {
      if (to <= from) continue;
      const predicted = decode(score(weights, features, from, to), to - from, weights.pairs);
      const p = runs(predicted, 0, to - from);
      const g = runs(t.labels.slice(from, to), 0, to - from);
      sums[0] += [...p].filter((x) => g.has(x)).length;
      sums[1] += p.size;
      sums[2] += g.size;
    }
  }
  return sums;
}
const f1 = ([hit, predicted, gold]: readonly number[]): string => ((2 * hit!) / (predicted! + gold!)).toFixed(3);

const SCIERC = ['Method', 'Material', 'Metric', 'Task', 'Generic', 'OtherScientificTerm'];
process.stdout.write(
  `SciERC dev, six types, exact spans      F1 ${f1(compare(read('ner/scierc/train.txt', SCIERC, true), read('ner/scierc/dev.txt', SCIERC, true), 13))}\n`,
);

const TDM = ['TASK', 'DATASET', 'METRIC'];
const tdm = read('ner/tdmsci/train.conll', TDM, false);
const sums = [0, 1, 2, 3, 4].map((k) => compare(tdm.filter((_, i) => i % 5 !== k), tdm.filter((_, i) => i % 5 === k), 7)); // prettier-ignore
process.stdout.write(
  `TDMSci, five folds, three types         F1 ${f1(sums.reduce((a, b) => a.map((x, i) => x + b[i]!) as [number, number, number]))}\n`,
);
