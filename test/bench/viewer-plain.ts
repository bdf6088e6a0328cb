/** The page that the viewer is compared with: sigma with its defaults, given the same graph. */
import { MultiDirectedGraph } from 'graphology';
import { Sigma } from 'sigma';

const stage = document.getElementById('stage')!;
const data = (await (await fetch('plain.json')).json()) as { nodes: [string, number, number, number, string][]; edges: [number, number][] };
const graph = new MultiDirectedGraph();
for (const [id, x, y, size, label] of data.nodes) graph.addNode(id, { x, y, size, label, color: '#4477aa' });
for (const [from, to] of data.edges) graph.addEdge(data.nodes[from]![0], data.nodes[to]![0], { color: '#cccccc' });
const sigma = new Sigma(graph, stage);
stage.dataset['ready'] = String(sigma.getGraph() === graph);
