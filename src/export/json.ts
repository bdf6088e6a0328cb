import { saveGraph } from '../graph.ts';
import type { FileExporter } from './types.ts';

export const json: FileExporter = {
  id: 'json',
  summary: 'the whole graph as JSON that graphology imports, one node or edge a line',
  extension: 'json',
  mime: 'application/json',
  write: (graph) => saveGraph(graph),
};
