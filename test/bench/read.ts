/**
 * Reading beside gunzip, JSON.parse and nothing else: `npx tsx test/bench/read.ts [FILE.jsonl.gz]`. CPU time of one run, the memory in
 * use as it goes on, and counts that add up.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGunzip } from 'node:zlib';
import { inputsFrom } from '../../pipeline/1-read/files.ts';
import { read, records } from '../../pipeline/1-read/index.ts';
import type { Report } from '../../src/report.ts';

const file = process.argv[2] ?? '../shared/corpora/arxiv-74k.jsonl.gz';
if (!existsSync(file)) throw new Error(`${file} is not there: name a file of JSON Lines, gzip-compressed`);
/** Papers between two looks at the memory. */
const LOOK = 10_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held = (): number => {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
};
const timed = async (work: () => Promise<number>): Promise<[papers: number, seconds: number]> => {
  const start = process.cpuUsage();
  const papers = await work();
  const { user, system } = process.cpuUsage(start);
  return [papers, (user + system) / 1e6];
};
const say = (what: string, [papers, seconds]: [number, number], base: number): void =>
  console.log(
    `${what.padEnd(24)} ${papers} papers, ${seconds.toFixed(1)} s of CPU, ${Math.round(papers / seconds)} a second, ${(seconds / base).toFixed(1)} times parsing alone`,
  );

const parsing = await timed(async () => {
  let papers = 0;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) if (JSON.parse(line)) papers++;
  return papers;
});
const memory: number[] = [];
const reading = await timed(async () => {
  let papers = 0;
  const report: Report = { messages: [], files: [] };
  for await (const input of inputsFrom([file], report))
    for await (const _ of records(input, report)) if (++papers % LOOK === 0) memory.push(held());
  return papers;
});
const report: Report = { messages: [], files: [] };
const merging = await timed(async () => {
  let papers = 0;
  for await (const _ of read(inputsFrom([file], report), report)) papers++;
  return papers;
});
say('gunzip and JSON.parse', parsing, parsing[1]);
say('records as they come', reading, parsing[1]);
say('papers, merged', merging, parsing[1]);
console.log(`memory after each ${LOOK} records: ${memory.join(', ')} MB`);
for (const { file, reader, read, kept, merged, rejected } of report.files)
  console.log(
    `${file}: ${reader}, ${read} read = ${kept} kept + ${merged} merged + ${rejected} rejected: ${read === kept + merged + rejected}; ${report.messages.length} messages`,
  );
