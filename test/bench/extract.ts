/**
 * Extraction beside compromise's tagging of the same text: `npm run build && npx tsx test/bench/extract.ts [ABSTRACTS]`.
 * One core, text never seen before, in turns within one run; CPU time, and what is still held in memory as the run goes on.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import nlp from 'compromise/two';
import type * as pipeline from '../../pipeline/pipeline.ts';
import { arxivTexts } from '../../pipeline/train/corpus.ts';

// the built program, since what runs the sources here slows them down
const built = new URL('../../dist/pipeline.js', import.meta.url).href;
const { createExtraction } = (await import(built)) as typeof pipeline;

const wanted = Number(process.argv[2] ?? 8192);
/** As many as a thread is given at once. */
const TURN = 128;
/** compromise reads this share of the turns: it is what takes the time. */
const EVERY = 16;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Megabytes in use once all that can be let go is let go. */
const held = (): string => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return ((heapUsed + external) / 1e6).toFixed(0);
};

const extract = createExtraction();
const ours = { seconds: 0, abstracts: 0 };
const theirs = { seconds: 0, abstracts: 0 };
const memory: string[] = [];
let turn: { id: string; title: string; abstract: string }[] = [];
let turns = 0;
for await (const paper of arxivTexts()) {
  turn.push(paper);
  if (turn.length < TURN) continue;
  let start = cpu();
  extract.all(turn);
  // the first turns warm both up
  if (turns >= EVERY) {
    ours.seconds += cpu() - start;
    ours.abstracts += TURN;
  }
  if (turns % EVERY === 1) {
    start = cpu();
    for (const p of turn) nlp(`${p.title}\n${p.abstract}`);
    if (turns >= EVERY) {
      theirs.seconds += cpu() - start;
      theirs.abstracts += TURN;
    }
  }
  turns++;
  if ((turns * TURN * 4) % wanted === 0) memory.push(`${held()} MB after ${turns * TURN}`);
  turn = [];
  if (turns * TURN >= wanted) break;
}
const rate = ({ seconds, abstracts }: typeof ours): number => abstracts / seconds;
console.log(`extraction            ${rate(ours).toFixed(0)} abstracts a second of CPU, over ${ours.abstracts}`);
console.log(`compromise's tagging  ${rate(theirs).toFixed(0)} abstracts a second of CPU, over ${theirs.abstracts}`);
console.log(`ratio                 ${(rate(ours) / rate(theirs)).toFixed(1)}`);
console.log(`memory held           ${memory.join(', ')}`);
