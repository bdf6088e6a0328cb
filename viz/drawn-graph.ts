/** The small graph that is sent to be drawn: what was chosen, with its looks. */
import { MultiDirectedGraph } from 'graphology';
import { mix, toHex, type Rgb, type Theme } from './colours.ts';
import type { Drawn } from './detail.ts';
import { nodeColour, type Sizes } from './look.ts';
import type { Model } from './model.ts';
import { shapeIndex } from './shapes.ts';

interface Look {
  theme: Theme;
  colour(community: number): Rgb;
  sizes: Sizes;
  /** All radii are so many times as large. */
  scale: number;
}

/** Nodes and edges are named by their rows. */
export function graphOfDrawn(model: Model, { nodes, edges, tier }: Drawn, { theme, colour, sizes, scale }: Look): MultiDirectedGraph {
  const { x, y, kind, source, target, community } = model;
  const graph = new MultiDirectedGraph();
  // What comes last lies on top.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    graph.addNode(node, {
      x: x[node]!,
      y: y[node]!,
      label: null,
      type: 'shape',
      shape: shapeIndex(kind[node]!, tier === 'far'),
      size: sizes.radius[node]! * scale,
      color: toHex(nodeColour(model, node, colour, theme)),
    });
  }
  const pale = 0.9 - 0.32 * Math.max(0.4, scale);
  const colours = new Map<number, string>();
  for (const edge of edges) {
    const of = community[source[edge]!]!;
    let color = colours.get(of);
    if (color === undefined) colours.set(of, (color = toHex(mix(colour(of), theme.ground, pale))));
    graph.addEdgeWithKey(edge, source[edge]!, target[edge]!, { color, size: 1, type: tier === 'whole' ? 'thick' : 'line' });
  }
  return graph;
}
