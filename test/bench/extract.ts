/**
 * Extraction beside compromise's tagging of the same text: `npm run build && npx tsx test/bench/extract.ts [ABSTRACTS]`.
 * One core, text never seen before, in turns within one run; CPU time, and memory at the beginning and the end.
 */
import nlp from 'compromise/two';
import type * as pipeline from '../../pipeline/pipeline.ts';
import { arxivTexts } from '../../pipeline/train/corpus.ts';

// the built program, since what runs the sources here slows them down
const built = new URL('../../dist/pipeline.js', import.meta.url).href;
const { createExtraction } = (await import(built)) as typeof pipeline;

const wanted = Number(process.argv[2] ?? 4000);
const TURN = 50;
/** compromise reads this share of the turns: it is what takes the time. */
const EVERY = 8;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const megabytes = (): string => `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`;

const extract = createExtraction();
const ours = { seconds: 0, abstracts: 0 };
const theirs = { seconds: 0, abstracts: 0 };
let turn: { id: string; title: string; abstract: string }[] = [];
let turns = 0;
let early = '';
for await (const paper of arxivTexts()) {
  turn.push(paper);
  if (turn.length < TURN) continue;
  let start = cpu();
  for (const p of turn) extract(p);
  if (turns > 0) {
    ours.seconds += cpu() - start;
    ours.abstracts += TURN;
  }
  if (turns % EVERY === 1) {
    start = cpu();
    for (const p of turn) nlp(`${p.title}\n${p.abstract}`);
    theirs.seconds += cpu() - start;
    theirs.abstracts += TURN;
  }
  if (++turns === 10) early = megabytes();
  turn = [];
  if (ours.abstracts >= wanted) break;
}
const rate = ({ seconds, abstracts }: typeof ours): number => abstracts / seconds;
console.log(`extraction            ${rate(ours).toFixed(0)} abstracts a second of CPU, over ${ours.abstracts}`);
console.log(`compromise's tagging  ${rate(theirs).toFixed(0)} abstracts a second of CPU, over ${theirs.abstracts}`);
console.log(`ratio                 ${(rate(ours) / rate(theirs)).toFixed(1)}`);
console.log(`memory                ${early} after 500 abstracts, ${megabytes()} at the end`);
