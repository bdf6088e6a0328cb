/**
 * Extraction beside compromise's and wink's tagging of the same text: `npm run build && npx tsx test/bench/extract.ts [ABSTRACTS]`.
 * Text never seen before, in turns within one run, each of the three in a process of its own, so that none cleans up after another;
 * CPU time of all threads, and what is still held in memory as the run goes on.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type * as pipeline from '../../pipeline/pipeline.ts';
import { arxivTexts } from '../../pipeline/train/corpus.ts';

type Text = { id: string; title: string; abstract: string };

/** As many as a thread is given at once. */
const TURN = 128;
/** compromise reads this share of the turns: it is what takes the time. */
const EVERY = 16;

/** What can be measured: a function that reads a turn of texts. */
const READERS = {
  async extraction(): Promise<(turn: Text[]) => void> {
    // the built program, since what runs the sources here slows them down
    const built = new URL('../../dist/pipeline.js', import.meta.url).href;
    const extract = ((await import(built)) as typeof pipeline).createExtraction();
    return (turn) => void extract.all(turn);
  },
  async compromise(): Promise<(turn: Text[]) => void> {
    const { default: nlp } = await import('compromise/two');
    return (turn) => turn.forEach(({ title, abstract }) => nlp(`${title}\n${abstract}`));
  },
  async wink(): Promise<(turn: Text[]) => void> {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
    const nlp = winkNLP(model, ['sbd', 'pos']);
    return (turn) => turn.forEach(({ title, abstract }) => nlp.readDoc(`${title}\n${abstract}`).tokens().out(nlp.its.pos));
  },
};

/** In a process of its own: reads turns as they come, and answers with the seconds that each took and the megabytes then in use. */
async function serve(reader: keyof typeof READERS): Promise<void> {
  const read = await READERS[reader]();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('message', ({ turn, weigh }: { turn: Text[]; weigh: boolean }) => {
    const start = process.cpuUsage();
    read(turn);
    const { user, system } = process.cpuUsage(start);
    if (weigh) collect();
    const { heapUsed, external } = process.memoryUsage();
    process.send!({ seconds: (user + system) / 1e6, megabytes: (heapUsed + external) / 1e6 });
  });
  process.send!('ready');
}

class Runner {
  seconds = 0;
  abstracts = 0;
  private readonly child;
  private readonly ready;

  constructor(reader: keyof typeof READERS) {
    this.child = fork(fileURLToPath(import.meta.url), [reader]);
    this.ready = once(this.child, 'message');
  }

  async read(turn: Text[], counts: boolean, weigh = false): Promise<number> {
    await this.ready;
    this.child.send({ turn, weigh });
    const [{ seconds, megabytes }] = (await once(this.child, 'message')) as [{ seconds: number; megabytes: number }];
    if (counts) {
      this.seconds += seconds;
      this.abstracts += turn.length;
    }
    return megabytes;
  }

  get rate(): number {
    return this.abstracts / this.seconds;
  }

  stop(): void {
    this.child.kill();
  }
}

async function compare(wanted: number): Promise<void> {
  const [ours, compromise, wink] = [new Runner('extraction'), new Runner('compromise'), new Runner('wink')];
  const memory: string[] = [];
  let turn: Text[] = [];
  let turns = 0;
  for await (const paper of arxivTexts()) {
    if (turn.push(paper) < TURN) continue;
    // the first turns warm all up
    const counts = turns >= EVERY;
    const weigh = ((turns + 1) * TURN * 4) % wanted === 0;
    const held = await ours.read(turn, counts, weigh);
    if (weigh) memory.push(`${held.toFixed(0)} MB after ${(turns + 1) * TURN}`);
    await wink.read(turn, counts);
    if (turns % EVERY === 1) await compromise.read(turn, counts);
    turns++;
    turn = [];
    if (turns * TURN >= wanted) break;
  }
  for (const [name, { rate, abstracts }] of Object.entries({
    extraction: ours,
    "compromise's tagging": compromise,
    "wink's tagging": wink,
  }))
    console.log(`${name.padEnd(21)} ${rate.toFixed(0)} abstracts a second of CPU, over ${abstracts}`);
  console.log(
    `ratio                 ${(ours.rate / compromise.rate).toFixed(1)} to compromise, ${(ours.rate / wink.rate).toFixed(2)} to wink`,
  );
  console.log(`memory held           ${memory.join(', ')}`);
  for (const runner of [ours, compromise, wink]) runner.stop();
}

const [asked = '8192'] = process.argv.slice(2);
if (asked in READERS) await serve(asked as keyof typeof READERS);
else await compare(Number(asked));
