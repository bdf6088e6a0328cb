/** The journey from documents to a published graph: read -> parse -> extract -> resolve -> assemble -> analyse -> layout -> publish. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Paper, Record } from '../src/model.ts';
import type { Report } from '../src/report.ts';
import { inputsFrom } from './1-read/files.ts';
import { read } from './1-read/index.ts';
import { resolve } from './4-resolve/resolve.ts';
import { assemble } from './5-assemble/assemble.ts';
import { analyse } from './6-analyse/analyse.ts';
import { layout } from './7-layout/layout.ts';
import { annotate } from './8-publish/annotate.ts';
import { publish } from './8-publish/publish.ts';
import { ALIASES, readAliases } from './aliases/read.ts';
import { createExtraction } from './extraction.ts';
import { loadKnowledge } from './knowledge.ts';
import { InputDigest, LastBuild, programOf } from './last-build.ts';
import { exclusively } from './lock.ts';
import { previousIn } from './previous.ts';
import { counted } from './reading.ts';
import { fill } from './store/fill.ts';
import { keyOf } from './store/line.ts';
import { Readings } from './store/readings.ts';
import { recordLines, recordsFrom } from './store/records.ts';
import { RecordStore, storeIn } from './store/store.ts';
import { NOTHING, summarise, tallyOf } from './summary.ts';
import type { Summary, Tally } from './summary.ts';
import type { Aliases, Assembled, Knowledge, Progress } from './types.ts';
import { VERSION } from './version.ts';

export type { Summary } from './summary.ts';
export { BusyError } from './lock.ts';
export { createExtraction } from './extraction.ts';
export { recordsOf } from './records-of.ts';

export interface BuildOptions {
  /** Files and folders; `-` is standard input. */
  inputs: readonly string[];
  /** Folder to write to. */
  out: string;
  /** Aliases file; without it `aliases.yml` of the working folder, where that is there. */
  aliases?: string;
  /** Threads that extract; 0 is the calling one. Without it as many as there are cores, and none for few papers. */
  workers?: number;
  progress?: Progress;
}

export interface Built {
  summary: Summary;
  /** What was read, and what was wrong with it. */
  report: Report;
  /** Nothing was written, because inputs, version and files are those of the last build. */
  unchanged: boolean;
  /** Papers whose record was made anew; the others were known from the last build. */
  extracted: number;
  /** Records that a build cut short, or something else, had left damaged in the store. */
  damaged: number;
  /** Name of the aliases file that was taken. */
  aliases?: string;
}

/**
 * Builds the graph of some documents and publishes it in a folder. Nothing is written where nothing changed since the last build
 * there, or where no paper was found.
 * @throws BusyError when another build writes to the folder
 * @throws AliasesError when the aliases file is none, or contradicts itself
 */
export async function build({ inputs, out, aliases: file, workers, progress = () => {} }: BuildOptions): Promise<Built> {
  const aliases = readAliases(file);
  const aside = aliases && (file ?? ALIASES);
  const knowledge = loadKnowledge();
  const digest = new InputDigest(programOf(VERSION, knowledge), aliases);
  const before = await LastBuild.in<Summary>(out);
  const untouched = await before.untouched(digest, inputs, aside);
  if (untouched) return { ...untouched, extracted: 0, damaged: 0, ...(aliases && { aliases: aliases.file }), unchanged: true };

  const report: Report = { messages: [], files: [] };
  const papers: Paper[] = [];
  const found = inputsFrom(inputs, report, aside);
  const readings = new Readings(before.folder, digest.program);
  for await (const paper of read(counted(digest.watch(found), report, progress), report, readings.records)) papers.push(paper);
  readings.close();
  progress('read', papers.length, papers.length);
  const nothing = { report, extracted: 0, damaged: 0, ...(aliases && { aliases: aliases.file }) };
  if (!papers.length) return { ...nothing, summary: NOTHING, unchanged: false };

  return exclusively(out, async () => {
    const last = await LastBuild.in<Summary>(out);
    const same = await last.unchanged(digest);
    if (same) return { ...nothing, ...same, unchanged: true };

    const store = RecordStore.open(storeIn(last.folder), digest.program);
    try {
      await readings.keep();
      const keys = papers.map(keyOf);
      const extraction = () => createExtraction(knowledge);
      const { extracted, messages } = await fill(store, papers, keys, { workers, extraction, progress });
      report.messages.push(...messages);
      const stage = stages(progress);
      const { graph, network, tally } = await linked(recordsFrom(store, papers, keys), knowledge, aliases, report, stage);
      const labels = network.ids.map((id) => graph.getNodeAttribute(id, 'label'));
      const previous = previousIn(out);
      const analysis = await stage('analyse', () => analyse(network, (node) => labels[node]!, {}, previous));
      const told = (done: number, total: number): void => progress('layout', done, total);
      const positions = await stage('layout', () => layout(network, analysis, {}, told, previous?.places));
      await stage('annotate', () => annotate(graph, network, analysis, positions));
      const lines = recordLines(store, papers, keys);
      const files = await stage('publish', () => publish(out, { graph, lines, tally, report, said: analysis }));
      const summary = summarise(graph, tally);
      await last.replace(digest, files, { summary, report }, await store.tidy(new Set(keys)));
      return { ...nothing, summary, unchanged: false, extracted, damaged: store.damaged };
    } finally {
      store.close();
    }
  });
}

type Stage = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

const stages =
  (progress: Progress): Stage =>
  async (name, work) => {
    progress(name, 0, 1);
    await breathe();
    const made = await work();
    progress(name, 1, 1);
    return made;
  };

/** Resolves and assembles in a scope of its own: the records, most of what a build holds in memory, are let go at its end. */
async function linked(
  records: Record[],
  { lists }: Knowledge,
  aliases: Aliases | undefined,
  report: Report,
  stage: Stage,
): Promise<Assembled & { tally: Tally }> {
  const tally = tallyOf(records);
  const resolved = await stage('resolve', () => resolve(records, lists, aliases));
  for (const message of resolved.messages) report.messages.push({ file: aliases!.file, ...message, done: 'skipped' });
  return { ...(await stage('assemble', () => assemble(resolved))), tally };
}
