import { writeColumns } from '../columns/write.ts';
import type { FileExporter } from './types.ts';

export const columns: FileExporter = {
  id: 'columns',
  summary: 'the whole graph as typed arrays, small and quick to open (`openColumns` of the library reads them)',
  extension: 'columns',
  mime: 'application/octet-stream',
  write: (graph, losses) => writeColumns(graph, losses),
};
