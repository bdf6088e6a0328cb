/**
 * How communities compare with what others find: `npx tsx test/bench/communities.ts [--records FILE] [--papers N]`.
 * Needs ../shared/corpora; FILE holds the records of its arXiv papers as `claimgraph extract` prints them. In one run:
 * - normalised mutual information with the papers' primary categories, of our communities and of Louvain on the nearest neighbours by
 *   plain TF-IDF of the same papers;
 * - modularity and processor time against igraph's Leiden, two iterations, on our projection (Debian's python3-igraph, or PYTHON names
 *   an interpreter that has igraph).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hierarchy } from '../../pipeline/6-analyse/communities/hierarchy.ts';
import { bestLouvain } from '../../pipeline/6-analyse/communities/louvain.ts';
import { modularity } from '../../pipeline/6-analyse/communities/modularity.ts';
import { weighted, type Weighted } from '../../pipeline/6-analyse/communities/weighted.ts';
import { nearest } from '../../pipeline/6-analyse/nearest.ts';
import { ANALYSE_DEFAULTS } from '../../pipeline/6-analyse/options.ts';
import { project } from '../../pipeline/6-analyse/projection.ts';
import { symmetric, type Rows } from '../../pipeline/6-analyse/rows.ts';
import { textOf, type Record } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';
import { wordsOf } from '../../src/words.ts';
import { ARXIV, categories, needs, networkOf, recordsOf } from './corpora.ts';

const { values } = parseArgs({ options: { records: { type: 'string' }, papers: { type: 'string' } } });
needs(ARXIV);

const records = drawn(await recordsOf(values.records, [ARXIV]), Number(values.papers ?? Infinity));
const category = await categories();
const truth = records.map(({ id }) => category.get(id) ?? '');
console.log(`${records.length} papers, ${new Set(truth).size} primary categories`);

const options = { ...ANALYSE_DEFAULTS, maxRunNodes: ANALYSE_DEFAULTS.maxRunPapers };
const resolution = options.resolution * records.length ** options.finer;
const links = projection(records);
compareWithIgraph(links);

const { levels } = hierarchy(links, { ...options, resolution });
levels.forEach((level, l) => tell(`communities, level ${l}${l ? '' : ' (shown first)'}`, level));
const words = tfIdf(records);
for (const at of [1, resolution])
  tell(`Louvain on TF-IDF neighbours, resolution ${at.toFixed(2)}`, bestLouvain(words, at, 1, options.seed));

/** So many of the records, drawn by a seed. */
function drawn(all: Record[], count: number): Record[] {
  if (count >= all.length) return all;
  const random = seeded(1);
  return all.map((record) => ({ record, at: random() })).sort((a, b) => a.at - b.at).slice(0, count).map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1)); // prettier-ignore
}

function projection(of: readonly Record[]): Weighted {
  const { network, label } = networkOf(of);
  const { links, papers } = project(network, label, options);
  papers.forEach((node, i) => {
    if (network.ids[node] !== `paper:${of[i]!.id}`) throw new Error('papers are not in the order of their ids');
  });
  return links;
}

function tell(what: string, found: ArrayLike<number>): void {
  const { groups, nmi, alone } = information(found);
  console.log(`${what.padEnd(48)} NMI ${nmi.toFixed(4)}   ${groups} communities, ${alone} papers in none`);
}

/**
 * Normalised by the mean of both entropies; a paper in no community is one by itself.
 * A. Strehl, J. Ghosh: Cluster ensembles, 2002; the mean is the arithmetic one, as in scikit-learn.
 */
function information(found: ArrayLike<number>): { groups: number; alone: number; nmi: number } {
  let alone = 0;
  const joint = new Map<string, number>();
  const [ours, theirs] = [new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);
  truth.forEach((category, i) => {
    const group = found[i]! < 0 ? `alone ${alone++}` : `${found[i]}`;
    count(ours, group);
    count(theirs, category);
    count(joint, `${group}\n${category}`);
  });
  const entropy = (map: Map<string, number>): number => {
    let sum = 0;
    for (const papers of map.values()) sum -= (papers / truth.length) * Math.log(papers / truth.length);
    return sum;
  };
  const [a, b] = [entropy(ours), entropy(theirs)];
  return { groups: ours.size - alone, alone, nmi: (2 * (a + b - entropy(joint))) / (a + b) };
}

/** Nearest neighbours, as many as ours, by the cosine of TF-IDF over the words of title and abstract that two papers share, and no more than a tenth of all. */
function tfIdf(of: readonly Record[]): Weighted {
  const texts = of.map((record) => wordsOf(textOf(record)));
  const papers = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) papers.set(word, (papers.get(word) ?? 0) + 1);
  const column = new Map([...papers].filter(([, n]) => n > 1 && n <= of.length / 10).map(([word], i) => [word, i]));
  const rows = { offsets: new Uint32Array(of.length + 1), targets: [] as number[], weights: [] as number[] };
  const norm = new Float64Array(of.length);
  texts.forEach((text, i) => {
    const counts = new Map<string, number>();
    for (const word of text) if (column.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, times] of counts) {
      const weight = times * Math.log(of.length / papers.get(word)!);
      rows.targets.push(column.get(word)!);
      rows.weights.push(weight);
      norm[i]! += weight * weight;
    }
    norm[i] = Math.sqrt(norm[i]!);
    rows.offsets[i + 1] = rows.targets.length;
  });
  const matrix: Rows = { offsets: rows.offsets, targets: Uint32Array.from(rows.targets), weights: Float64Array.from(rows.weights) };
  return weighted(symmetric(nearest(matrix, column.size, norm, 1e-12, options.neighbours).rows));
}

/** Ours and igraph's, each in a process of its own, so that neither pays for what the other holds. */
function compareWithIgraph(graph: Weighted): void {
  const folder = mkdtempSync(join(tmpdir(), 'leiden-'));
  write(folder, graph);
  const nodes = graph.strength.length;
  const find = (command: string, ...before: string[]): { seconds: number; reached: number } => {
    const run = spawnSync(command, [...before, folder, String(nodes), String(resolution)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore
    if (run.status !== 0) throw new Error(`${before.at(-1)} failed`);
    const { buffer, byteOffset, length } = readFileSync(join(folder, 'membership'));
    const membership = new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
    return { seconds: Number(run.stdout), reached: modularity(graph, membership, resolution) };
  };
  const told = (what: string, { seconds, reached }: ReturnType<typeof find>): void =>
    console.log(`${what.padEnd(48)} modularity ${reached.toFixed(4)}, ${seconds.toFixed(2)} s of processor time`);

  const ours = find(process.execPath, '--import', 'tsx', join(import.meta.dirname, 'leiden.ts'));
  told('ours', ours);
  const python = process.env['PYTHON'] ?? '/usr/bin/python3';
  if (spawnSync(python, ['-c', 'import igraph']).status !== 0) return console.log('igraph is not there: install python3-igraph');
  const theirs = find(python, join(import.meta.dirname, 'leiden.py'));
  told('igraph, Leiden, two iterations', theirs);
  console.log(`${'ours to igraph'.padEnd(48)} modularity ${(ours.reached / theirs.reached).toFixed(4)}, processor time ${(ours.seconds / theirs.seconds).toFixed(2)}`); // prettier-ignore
}

/** Each link once, as leiden.py and leiden.ts read them. */
function write(folder: string, { offsets, targets, weights }: Weighted): void {
  const ends: number[] = [];
  const weight: number[] = [];
  for (let node = 0; node + 1 < offsets.length; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (targets[k]! > node) {
        ends.push(node, targets[k]!);
        weight.push(weights[k]!);
      }
  writeFileSync(join(folder, 'ends'), Uint32Array.from(ends));
  writeFileSync(join(folder, 'weights'), Float64Array.from(weight));
}
