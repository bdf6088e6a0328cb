/** The journey from documents to a published graph: read -> parse -> extract -> resolve -> assemble -> analyse -> layout -> publish. */
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Paper, Record } from '../src/model.ts';
import type { Report } from '../src/report.ts';
import { inputsFrom } from './1-read/files.ts';
import { read } from './1-read/index.ts';
import { parse } from './2-parse/parse.ts';
import { createExtract } from './3-extract/extract.ts';
import { resolve } from './4-resolve/resolve.ts';
import { assemble } from './5-assemble/assemble.ts';
import { analyse } from './6-analyse/analyse.ts';
import { layout } from './7-layout/layout.ts';
import { annotate } from './8-publish/annotate.ts';
import { publish } from './8-publish/publish.ts';
import { RecordCache } from './cache.ts';
import { ALIASES, readAliases } from './aliases/read.ts';
import { loadKnowledge } from './knowledge.ts';
import { InputDigest, LastBuild } from './last-build.ts';
import { exclusively } from './lock.ts';
import { previousIn } from './previous.ts';
import { NOTHING, summarise } from './summary.ts';
import type { Summary } from './summary.ts';
import type { Progress } from './types.ts';
import { VERSION } from './version.ts';

export type { Summary } from './summary.ts';
export { BusyError } from './lock.ts';

export interface BuildOptions {
  /** Files and folders; `-` is standard input. */
  inputs: readonly string[];
  /** Folder to write to. */
  out: string;
  /** Aliases file; without it `aliases.yml` of the working folder, where that is there. */
  aliases?: string;
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
  /** Name of the aliases file that was taken. */
  aliases?: string;
}

/** So many papers are extracted between two looks at the outside world (progress, Ctrl-C). */
const BREATH = 16;

/**
 * Builds the graph of some documents and publishes it in a folder. Nothing is written where nothing changed since the last build
 * there, or where no paper was found.
 * @throws BusyError when another build writes to the folder
 * @throws AliasesError when the aliases file is none, or contradicts itself
 */
export async function build({ inputs, out, aliases: file, progress = () => {} }: BuildOptions): Promise<Built> {
  const aliases = readAliases(file);
  const report: Report = { messages: [], files: [] };
  const knowledge = loadKnowledge();
  const digest = new InputDigest(VERSION, knowledge, aliases);
  const papers: Paper[] = [];
  const found = inputsFrom(inputs, report, aliases && (file ?? ALIASES));
  for await (const paper of read(digest.watch(found), report)) progress('read', papers.push(paper));
  const by = aliases && { aliases: aliases.file };
  if (!papers.length) return { summary: NOTHING, report, unchanged: false, extracted: 0, ...by };

  return exclusively(out, async () => {
    const last = await LastBuild.in<Summary>(out);
    const same = await last.unchanged(digest);
    if (same) return { summary: same, report, unchanged: true, extracted: 0, ...by };

    const cache = new RecordCache(join(last.folder, 'records.jsonl'), digest.program);
    const extract = createExtract(knowledge);
    const records: Record[] = [];
    let extracted = 0;
    for (const paper of papers) {
      const { record, fresh } = cache.record(paper, (paper) => extract(parse(paper)));
      if (fresh) extracted++;
      progress('extract', records.push(record), papers.length);
      if (records.length % BREATH === 0) await breathe();
    }
    const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      progress(name, 0, 1);
      await breathe();
      const made = await work();
      progress(name, 1, 1);
      return made;
    };
    const resolved = await stage('resolve', () => resolve(records, knowledge.lists, aliases));
    for (const message of resolved.messages) report.messages.push({ file: aliases!.file, ...message, done: 'skipped' });
    const { graph, network } = await stage('assemble', () => assemble(resolved));
    const labels = (node: number): string => graph.getNodeAttribute(network.ids[node]!, 'label');
    const analysis = await stage('analyse', async () => analyse(network, labels, {}, await previousIn(out)));
    const positions = await stage('layout', () => layout(network, analysis, {}, (done, total) => progress('layout', done, total)));
    await stage('annotate', () => annotate(graph, network, analysis, positions));
    const files = await stage('publish', () => publish(out, graph, records, report, analysis));
    const summary = summarise(graph, records);
    await last.replace(digest, files, summary, cache.lines());
    return { summary, report, unchanged: false, extracted, ...by };
  });
}

/** Stages two and three as a function of one paper, with what the package knows loaded once. */
export function createExtraction(): (paper: Paper) => Record {
  const extract = createExtract(loadKnowledge());
  return (paper) => extract(parse(paper));
}

/** The first three stages alone: the record of each paper, one by one. */
export async function* records(inputs: readonly string[], report: Report, progress: Progress = () => {}): AsyncGenerator<Record> {
  const extract = createExtraction();
  let done = 0;
  for await (const paper of read(inputsFrom(inputs, report), report)) {
    yield extract(paper);
    progress('extract', ++done);
    if (done % BREATH === 0) await breathe();
  }
}
