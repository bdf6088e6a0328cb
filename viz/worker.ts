/**
 * Papers dropped on the page: read, extracted, built into a graph right here, the journey that `pipeline.ts` tells. The only file of
 * the viewer that knows the pipeline; loaded when files are dropped, never before.
 */
import nlp from 'compromise/two';
import datasets from '../data/datasets.txt?raw';
import general from '../data/general-words.txt?raw';
import hardware from '../data/hardware.txt?raw';
import metrics from '../data/metrics.txt?raw';
import tasks from '../data/tasks.txt?raw';
import techniques from '../data/techniques.txt?raw';
import roles from '../data/tagger/roles.json?raw';
import select from '../data/tagger/select.json?raw';
import weights from '../data/tagger/weights.bin?url';
import words from '../data/tagger/words.tsv?raw';
import { read } from '../pipeline/1-read/index.ts';
import { parse } from '../pipeline/2-parse/parse.ts';
import { Vocab } from '../pipeline/2-parse/vocab.ts';
import { createExtract } from '../pipeline/3-extract/extract.ts';
import { resolve } from '../pipeline/4-resolve/resolve.ts';
import { assemble } from '../pipeline/5-assemble/assemble.ts';
import { analyse } from '../pipeline/6-analyse/analyse.ts';
import { layout } from '../pipeline/7-layout/layout.ts';
import { annotate } from '../pipeline/8-publish/annotate.ts';
import { parseList } from '../pipeline/lists.ts';
import type { Knowledge } from '../pipeline/types.ts';
import { writeColumns } from '../src/columns/write.ts';
import type { Paper, Record } from '../src/model.ts';
import type { Message, Report } from '../src/report.ts';

export interface ToWorker {
  inputs: readonly { name: string; bytes: ArrayBuffer }[];
}
export type FromWorker = { stage: string; done: number; total?: number } | { columns: ArrayBuffer } | { error: string; messages: string[] };

/** Papers between two words of progress. */
const BEAT = 32;
const NOTHING: Omit<Record, keyof Paper> = { sentences: [], entities: [], results: [], claims: [], links: [] };
/** Messages shown where nothing was found. */
const SHOWN = 5;

const say = (message: FromWorker, transfer: Transferable[] = []): void => postMessage(message, { transfer });

async function loadKnowledge(): Promise<Knowledge> {
  const response = await fetch(weights);
  if (!response.ok) throw new Error('the weights of the tagger did not arrive: is the server still running?');
  return {
    lists: [
      { type: 'technique', names: parseList(techniques) },
      { type: 'dataset', names: parseList(datasets) },
      { type: 'hardware', names: parseList(hardware) },
      { type: 'metric', names: parseList(metrics) },
      { type: 'task', names: parseList(tasks) },
    ],
    general: parseList(general).flat(),
    words,
    weights: new Uint8Array(await response.arrayBuffer()),
    select: JSON.parse(select) as Knowledge['select'],
    roles: JSON.parse(roles) as Knowledge['roles'],
  };
}

async function journey({ inputs }: ToWorker): Promise<void> {
  const report: Report = { messages: [], files: [] };
  const papers: Paper[] = [];
  const files = inputs.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
  for await (const paper of read(files, report)) {
    if (papers.push(paper) % 100 === 0) say({ stage: 'read', done: papers.length });
  }
  if (papers.length === 0)
    return say({
      error: `nothing in ${inputs.map(({ name }) => name).join(', ')} was read as a paper`,
      messages: report.messages.slice(0, SHOWN).map(textOfMessage),
    });
  say({ stage: 'extract', done: 0, total: papers.length });
  const knowledge = await loadKnowledge();
  const extract = createExtract(knowledge, () => nlp);
  const vocab = new Vocab();
  const records: Record[] = [];
  for (let from = 0; from < papers.length; from += BEAT) {
    const batch = papers.slice(from, from + BEAT);
    // one that cannot be read is in the graph, and names nothing
    for (const [i, record] of extract(batch.map((paper) => parse(paper, vocab))).entries())
      records.push(record instanceof Error ? { ...batch[i]!, ...NOTHING } : record);
    say({ stage: 'extract', done: records.length, total: papers.length });
  }
  say({ stage: 'build', done: records.length, total: papers.length });
  const { graph, network } = await assemble(resolve(records, knowledge.lists));
  const analysis = await analyse(network, (node) => graph.getNodeAttribute(network.ids[node]!, 'label'));
  annotate(graph, network, analysis, await layout(network, analysis));
  const columns = await new Blob([...writeColumns(graph)] as BlobPart[]).arrayBuffer();
  say({ columns }, [columns]);
}

const textOfMessage = ({ file, record, problem }: Message): string => `${file}${record ? `, record ${record}` : ''}: ${problem}`;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  journey(data).catch((error: unknown) => say({ error: error instanceof Error ? error.message : String(error), messages: [] }));
});
