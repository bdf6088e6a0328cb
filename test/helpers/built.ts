import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { assemble } from '../../pipeline/5-assemble/assemble.ts';
import { analyse } from '../../pipeline/6-analyse/analyse.ts';
import { layout } from '../../pipeline/7-layout/layout.ts';
import { annotate } from '../../pipeline/8-publish/annotate.ts';
import type { Analysis, Assembled, Positions } from '../../pipeline/types.ts';
import type { Record } from '../../src/model.ts';
import { seedRecords } from './gold.ts';

/** The stages after extraction on annotated records. */
export function built(records: Record[] = seedRecords()): Assembled & { analysis: Analysis; positions: Positions } {
  const { graph, network } = assemble(resolve(records, []));
  const analysis = analyse(network, (node) => graph.getNodeAttribute(network.ids[node]!, 'label'));
  const positions = layout(network, analysis);
  annotate(graph, network, analysis, positions);
  return { graph, network, analysis, positions };
}
