/**
 * Extraction beside compromise's and wink's tagging of the same text: `npm run build && npx tsx test/bench/extract.ts [ABSTRACTS]`.
 * Text never seen before, in turns within one run, each of the three in a process of its own, so that none cleans up after another;
 * CPU time of all threads, and what is still held in memory as the run goes on.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { arxivTexts } from '../../pipeline/train/corpus.ts';

type Text = { id: string; title: string; abstract: string };

/** As many as a thread is given at once. */
const TURN = 128;
/** Turns that each of the three reads in a row: long enough that what the others left in the processor's cache does not count. */
const ROW = 8;

class Runner {
  seconds = 0;
  abstracts = 0;
  private readonly child;
  private readonly ready;

  constructor(reader: 'extraction' | 'compromise' | 'wink') {
    this.child = fork(new URL('readers.mjs', import.meta.url), [reader], { execArgv: [] });
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
  let row: Text[][] = [[]];
  let rows = 0;
  for await (const paper of arxivTexts()) {
    if (row.at(-1)!.push(paper) < TURN) continue;
    if (row.length < ROW) {
      row.push([]);
      continue;
    }
    // the first row warms all up
    const counts = rows++ > 0;
    const weigh = (rows * ROW * TURN * 4) % wanted === 0;
    for (const [i, turn] of row.entries()) {
      const held = await ours.read(turn, counts, weigh && i === ROW - 1);
      if (weigh && i === ROW - 1) memory.push(`${held.toFixed(0)} MB after ${rows * ROW * TURN}`);
    }
    for (const turn of row) await wink.read(turn, counts);
    // one turn a row, since it is what takes the time
    await compromise.read(row[rows % ROW]!, counts);
    row = [[]];
    if (rows * ROW * TURN >= wanted) break;
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

await compare(Number(process.argv[2] ?? 8192));
