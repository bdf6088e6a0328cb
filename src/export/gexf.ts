/** GEXF (https://gexf.net), which Gephi, networkx and others read. */
import { batched } from './batched.ts';
import { document, type Flavour } from './gexf/document.ts';
import type { FileExporter } from './types.ts';

const exporter = (id: string, summary: string, flavour: Flavour): FileExporter => ({
  id,
  summary,
  extension: 'gexf',
  mime: 'application/gexf+xml',
  write: (graph, losses = { characters: 0, numbers: 0 }) => batched(document(graph, losses, flavour)),
});

export const gexf = exporter('gexf', 'the whole graph for Gephi and others (GEXF 1.3)', { version: '1.3', time: false });
export const gexfTime = exporter('gexf-time', 'the same with the day from which each node and edge is there, for a timeline (GEXF 1.3)', {
  version: '1.3',
  time: true,
});
export const gexf12 = exporter('gexf-1.2', 'the whole graph for networkx and other readers of GEXF 1.2', { version: '1.2', time: false });
