import type { Losses } from '../export/types.ts';
import type { KnowledgeGraph } from '../graph.ts';
import type { Sink } from './codec.ts';
import { writeArrays } from './file.ts';
import { COLUMNS_VERSION, EDGE, ENTITY, NODE, PAPER, RESULT, type Meta } from './shape.ts';
import { TextPool } from './texts.ts';

/**
 * The whole graph as columns: nodes by id, edges by source, then by key.
 * @param losses told of characters that UTF-8 cannot write
 */
export function* writeColumns(graph: KnowledgeGraph, losses?: Losses): Generator<Uint8Array> {
  const sink: Sink = { texts: new TextPool(losses), columns: new Map() };
  const { communities, levels } = graph.getAttributes();
  const ids = graph.nodes().sort();
  for (const { id } of communities) sink.texts.number(id);
  for (const id of ids) sink.texts.number(id);

  const addNode = NODE.writer(sink, 'nodes');
  const addPaper = PAPER.writer(sink, 'papers');
  const addEntity = ENTITY.writer(sink, 'entities');
  const addResult = RESULT.writer(sink, 'results');
  for (const id of ids) {
    const node = graph.getNodeAttributes(id);
    addNode({ ...node, id, out: graph.outDegree(id) });
    if (node.kind === 'paper') addPaper(node);
    else if (node.kind === 'result') addResult(node);
    else addEntity(node);
  }

  const row = new Map(ids.map((id, i) => [id, i]));
  const addEdge = EDGE.writer(sink, 'edges');
  for (const id of ids)
    for (const key of graph.outEdges(id).sort()) addEdge({ ...graph.getEdgeAttributes(key), target: row.get(graph.target(key))! });

  const arrays = new Map([...sink.columns].map(([name, { values, pack }]) => [name, pack(values)]));
  for (const [name, array] of sink.texts.arrays()) arrays.set(name, array);
  const meta: Meta = { format: 'claimgraph-columns', version: COLUMNS_VERSION, nodes: graph.order, edges: graph.size, communities, levels };
  yield* writeArrays(meta, arrays);
}
