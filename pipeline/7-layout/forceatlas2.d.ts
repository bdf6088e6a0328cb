declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
  /** One pass. Nodes: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed. Edges: source and target as offsets into nodes, weight. */
  export default function iterate(settings: Required<ForceAtlas2Settings>, nodes: Float32Array, edges: Float32Array): void;
}
