/**
 * What it costs to write a graph, each figure as a ratio within one run:
 * `npx tsx test/bench/export.ts [--graph DIR] [--networkx]`.
 *
 * GEXF of a million edges against graphology-gexf, each in a process of its own; the same graph's columns against graphology's own
 * JSON; then every format of a graph that was built (default: graph/). With --networkx a tenth of the edges are read back by networkx.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openColumns } from '../../src/columns/open.ts';
import { writeColumns } from '../../src/columns/write.ts';
import { gexf, gexf12 } from '../../src/export/gexf.ts';
import { EXPORTERS, zipped } from '../../src/export/index.ts';
import { createGraph, edgeKey, loadGraph, saveGraph } from '../../src/graph.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import { writeAtomically } from '../../pipeline/atomic.ts';
import { inBytes } from '../../pipeline/bytes.ts';

const MILLION = 1_000_000;
const { values: given } = parseArgs({
  options: { graph: { type: 'string', default: 'graph' }, networkx: { type: 'boolean', default: false }, writer: { type: 'string' } },
});
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const heap = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};
const times = (a: number, b: number): string => `${(a / b).toFixed(1)} times`;

if (given.writer) console.log(JSON.stringify(await writeMillion(given.writer)));
else {
  gexfAgainstGraphology();
  columnsAgainstJson();
  if (given.networkx) await readBack();
  if (existsSync(join(given.graph, 'graph.json'))) await everyFormat(loadGraph(readFileSync(join(given.graph, 'graph.json'), 'utf8')));
}

/** Tasks in two hundred communities, each joined to a few others. */
function madeGraph(edges: number): KnowledgeGraph {
  const graph = createGraph();
  const nodes = edges / 10;
  const communities = Array.from({ length: 200 }, (_, i) => ({ id: `c${i}`, label: `community ${i}`, size: 1, color: `#${(i * 40_503).toString(16).padStart(6, '0')}`, top: [] })); // prettier-ignore
  graph.setAttribute('communities', communities);
  const ids = Array.from({ length: nodes }, (_, i) => `task:${i}`);
  ids.forEach((id, i) =>
    graph.addNode(id, {
      kind: 'task', label: `task ${i}`, community: `c${i % 200}`, degree: 20, betweenness: i / nodes, x: Math.cos(i) * 1000, y: Math.sin(i) * 1000,
      size: 1 + (i % 7), aliases: [], papers: i % 30, joins: [],
    }),
  ); // prettier-ignore
  for (let i = 0; i < nodes; i++)
    for (let k = 0; k < 10; k++) {
      const [source, target] = [ids[i]!, ids[(i * 7919 + k * 3109 + 1) % nodes]!];
      graph.addEdgeWithKey(edgeKey('variant_of', source, target), source, target, {
        kind: 'variant_of',
        weight: 0.1 + k / 10,
        evidence: [],
      });
    }
  return graph;
}

interface Cost {
  seconds: number;
  /** Of memory beyond the graph, at the most that was seen. */
  megabytes: number;
  written: number;
}

async function writeMillion(writer: string): Promise<Cost> {
  const graph = madeGraph(MILLION);
  globalThis.gc!();
  const [before, start] = [heap(), cpu()];
  let [most, written, pieces] = [0, 0, 0];
  if (writer === 'graphology-gexf') {
    const { write } = createRequire(import.meta.url)('graphology-gexf') as { write(graph: KnowledgeGraph): string };
    const bytes = Buffer.from(write(graph));
    written = bytes.length;
    most = heap();
  } else
    for await (const { length } of inBytes(gexf.write(graph))) {
      written += length;
      if (++pieces % 10 === 0) most = Math.max(most, heap());
    }
  return { seconds: cpu() - start, megabytes: most - before, written: written / 1e6 };
}

function gexfAgainstGraphology(): void {
  const run = (writer: string): Cost => {
    const args = [...process.execArgv, '--expose-gc', '--max-old-space-size=8000', import.meta.filename, '--writer', writer];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout) as Cost;
  };
  const [ours, theirs] = [run('ours'), run('graphology-gexf')];
  const tell = (name: string, { seconds, megabytes, written }: Cost): void =>
    console.log(
      `  ${name.padEnd(16)} ${seconds.toFixed(2)} s of CPU, ${megabytes.toFixed(0)} MB beyond the graph, ${written.toFixed(0)} MB written`,
    );
  console.log('GEXF of a million edges');
  tell('ours', ours);
  tell('graphology-gexf', theirs);
  console.log(`  ${times(theirs.seconds, ours.seconds)} as quick, ${times(theirs.megabytes, ours.megabytes)} less memory`);
}

function columnsAgainstJson(): void {
  const file = join(given.graph, 'graph.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : [...saveGraph(madeGraph(MILLION / 10))].join('');
  const bytes = new Uint8Array(Buffer.concat([...writeColumns(loadGraph(text))]));
  const median = (work: () => unknown): number => {
    const all = Array.from({ length: 5 }, () => {
      const start = cpu();
      work();
      return cpu() - start;
    });
    return all.sort((a, b) => a - b)[2]!;
  };
  const json = median(() => loadGraph(text));
  const open = median(() => {
    const columns = openColumns(bytes);
    let length = 0;
    for (let i = 0; i < columns.nodeCount; i++) length += columns.label(i).length;
    return length;
  });
  const whole = median(() => openColumns(bytes).toGraph());
  const size = Buffer.byteLength(text);
  console.log(`columns against graphology's own JSON, of ${existsSync(file) ? file : 'a made graph'}`);
  console.log(`  ${(bytes.length / 1e6).toFixed(1)} MB for ${(size / 1e6).toFixed(1)}: ${times(size, bytes.length)} smaller`);
  console.log(`  opened with every label read in ${open.toFixed(3)} s for ${json.toFixed(3)}: ${times(json, open)} as quick`);
  console.log(`  made a graphology graph again in ${whole.toFixed(3)} s`);
}

async function readBack(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bench-'));
  const file = join(folder, 'graph.gexf');
  const graph = madeGraph(MILLION / 10);
  await writeAtomically(file, gexf12.write(graph));
  const script = `import networkx, sys
g = networkx.read_gexf(sys.argv[1])
viz = [d.get("viz", {}) for _, d in g.nodes(data=True)]
print(networkx.__version__, len(g), g.number_of_edges(), sum("position" in v for v in viz), sum("color" in v for v in viz), len({tuple(v["color"].values()) for v in viz}))`;
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  console.log('networkx: version, nodes, edges, nodes with a place, nodes with a colour, colours');
  console.log(`  ${(stdout || stderr).trim()}; written: ${graph.order} nodes, ${graph.size} edges`);
}

async function everyFormat(graph: KnowledgeGraph): Promise<void> {
  console.log(`every format of ${given.graph}: ${graph.order} nodes, ${graph.size} edges`);
  for (const exporter of EXPORTERS) {
    const start = cpu();
    let written = 0;
    for await (const piece of ('write' in exporter ? exporter : zipped(exporter)).write(graph))
      written += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    console.log(
      `  ${exporter.id.padEnd(12)} ${(cpu() - start).toFixed(2).padStart(7)} s of CPU ${(written / 1e6).toFixed(1).padStart(8)} MB`,
    );
  }
}
