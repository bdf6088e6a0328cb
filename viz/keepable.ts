/** What may be kept of a view: its picture with a legend, and the part of the graph that it shows. */
import type { Asker } from './asker.ts';
import { parseColour } from './colours.ts';
import { count } from './dom.ts';
import { countCommunities, countKinds, type Passing } from './filter.ts';
import { keyOf, PAPER, type Model } from './model.ts';
import type { Shared } from './panels/share.ts';
import { svgOf } from './picture.ts';
import type { Scene } from './scene.ts';

export function keepable(model: Model, { nodes, edges }: Passing, scene: Scene, asker: Asker): Shared {
  const counts = countKinds(model, nodes);
  const papers = countCommunities(model, nodes);
  return {
    asker,
    svg: () =>
      svgOf(
        scene.picture({
          title: `${count(counts[PAPER]!, 'paper')} · claimgraph`,
          kinds: counts.flatMap((n, kind) => (n ? [{ kind, count: n }] : [])),
          communities: model.communities.flatMap(({ label, color }, i) =>
            papers[i] ? [{ label, colour: parseColour(color), count: papers[i] }] : [],
          ),
        }),
      ),
    part: () => ({
      nodes: [...nodes.keys()].filter((row) => nodes[row]).map((row) => model.id(row)),
      withoutEdges: [...edges.keys()]
        .filter((edge) => !edges[edge] && nodes[model.source[edge]!] && nodes[model.target[edge]!])
        .map((edge) => keyOf(model, edge)),
    }),
  };
}
