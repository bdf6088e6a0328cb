import type { Doc } from '../../../src/model.ts';
import { f, type Feature } from '../linear.ts';
import { beside } from './around.ts';
import type { FigureMark, Scene } from './scene.ts';

const HEDGES = new Set(
  'up to over about around approximately approx nearly almost roughly only just more less than at least most an a the sim'.split(' '),
);
const OURS =
  /\b(?:we|our|ours|proposed|this (?:paper|work|study|approach|method)|experiments?|results?|achiev\w{0,4}|outperform\w{0,3}|demonstrat\w{0,4})\b/i;

const SETTING =
  /\b(?:batch[\s-]?sizes?|learning[\s-]rates?|weight decay|temperature|(?:patch|window|kernel|group|block|chunk|vocabulary|sample) sizes?|(?:random )?seeds?|context (?:length|window)s?|p(?:-values?)?|N|K|[nk]|LR|alpha|lr)\s*(?:of|=|<|>|≤|:|is|to)\s*[~$\\{]{0,3}$/;
const CONFIDENCE = /^\s?(?:CIs?\b|confidence|credib|quantile|percentile)/;

/** A setting of the experiment or of its statistics, never an outcome: "batch size of 32", "p < 0.05", "95% CI". */
export const isSetting = ({ text }: Doc, { start, end }: FigureMark): boolean =>
  SETTING.test(text.slice(Math.max(0, start - 30), start)) || CONFIDENCE.test(text.slice(end, end + 12));

/** What speaks for or against a number's being a figure that the paper claims. */
export function figureFeatures(scene: Scene, figure: FigureMark): Feature[] {
  const { doc, mentions, figures } = scene;
  const before = beside(doc, figure, -1, 8);
  const after = beside(doc, figure, 1, 8);
  const content = before.filter((word) => !HEDGES.has(word));
  const u =
    figure.quantity.unit ||
    (figure.multiplier !== '' ? `mult${figure.multiplier[0]!.toUpperCase()}` : figure.decimal ? 'decimal' : 'integer');
  const p1 = content[0] ?? '<s>';
  const p2 = content[1] ?? '<s>';
  const n1 = after[0] ?? '</s>';
  const n2 = after[1] ?? '</s>';
  const sentence = doc.sentences[figure.sentence]!;
  const text = doc.text.slice(sentence.start, sentence.end);
  const features = [
    f`bias`,
    f`unit=${u}`,
    f`p1=${p1}`,
    f`p2=${p2}`,
    f`p21=${p2} ${p1}`,
    f`p1u=${p1} ${u}`,
    f`n1=${n1}`,
    f`n2=${n2}`,
    f`n12=${n1} ${n2}`,
    f`n1u=${n1} ${u}`,
    f`sign=${figure.sign}`,
    f`change=${figure.change}`,
    f`range=${figure.range}`,
    f`hedge=${figure.hedge}`,
    f`hedged=${figure.hedge !== ''} ${u}`,
    f`raw1=${before[0] ?? '<s>'}`,
    f`size=${figure.quantity.high <= 0 ? 0 : Math.round(Math.log10(figure.quantity.high))} ${u}`,
    f`ours=${OURS.test(text)}`,
    f`place=${figure.sentence === 0 ? 'title' : Math.min(3, Math.floor((4 * (figure.sentence - 1)) / Math.max(1, doc.sentences.length - 1)))}`,
    f`group=${Math.min(figure.size, 3)}${figure.place > 0 ? 'later' : 'first'}`,
    f`peers=${Math.min(4, figures.filter((f) => f.sentence === figure.sentence && f.quantity.unit === figure.quantity.unit).length)}`,
  ];
  for (const word of content.slice(0, 6)) features.push(f`b=${word}`);
  for (const word of after.slice(0, 6)) features.push(f`a=${word}`);
  if (/\([^()]*$/.test(doc.text.slice(sentence.start, figure.start).slice(-60))) features.push(f`bracket`, f`bracket ${u}`);
  const lead = doc.text.slice(Math.max(sentence.start, figure.start - 30), figure.start);
  if (/\b(?:vs\.?|versus|compared (?:to|with)|than|against|from)\s(?:only\s|the\s|an?\s)?\W{0,3}$/i.test(lead)) features.push(f`compared`);
  for (const mention of mentions) {
    if (mention.sentence !== figure.sentence) continue;
    if (mention.start < figure.end && mention.end > figure.start) features.push(f`inside`, f`inside=${mention.entity.type}`);
    else if (mention.end <= figure.start && figure.start - mention.end <= 16)
      features.push(f`near-b=${mention.entity.type}`, f`near-b=${mention.entity.type} ${u}`);
    else if (mention.start >= figure.end && mention.start - figure.end <= 16)
      features.push(f`near-a=${mention.entity.type}`, f`near-a=${mention.entity.type} ${u}`);
  }
  if (mentions.some((m) => m.sentence === figure.sentence && m.entity.type === 'metric')) features.push(f`metric`, f`metric ${u}`);
  return features;
}
