/** What the scene shows, gathered for a picture of its own. */
import { mix, type Rgb, type Theme } from './colours.ts';
import type { Focus } from './focus.ts';
import type { LabelLayer } from './label-layer.ts';
import { nodeColour } from './look.ts';
import type { Model } from './model.ts';
import type { Projection } from './pick.ts';
import type { Picture } from './picture.ts';

export interface Shown {
  model: Model;
  theme: Theme;
  colour(community: number): Rgb;
  /** Of each node, as `Sizes.radius`. */
  radius: Float32Array;
  stage: { width: number; height: number };
  to: Projection;
  /** What comes last lies on top. */
  nodes: readonly number[];
  edges: ArrayLike<number>;
  focus: Focus;
  labels: LabelLayer['drawn'];
  regions: { raster: HTMLCanvasElement; x: number; y: number; width: number; height: number };
  legend: Picture['legend'];
}

export function pictureOf({ model, theme, colour, radius, stage, to, nodes, edges, focus, labels, regions, legend }: Shown): Picture {
  const at = (node: number) => ({ x: to.x0 + to.dx * model.x[node]!, y: to.y0 + to.dy * model.y[node]! });
  const lit = new Set(focus.nodes);
  const inside = ({ x, y }: { x: number; y: number }) => x > -30 && y > -30 && x < stage.width + 30 && y < stage.height + 30;
  const line = (edge: number, strong: boolean): Picture['lines'][number] => {
    const [a, b] = [at(model.source[edge]!), at(model.target[edge]!)];
    const tone = mix(colour(model.community[model.source[edge]!]!), theme.ground, strong ? 0.2 : 0.7);
    return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, colour: tone, width: strong ? 1.6 : 0.6, faint: lit.size > 0 && !strong };
  };
  const { raster, ...place } = regions;
  return {
    ...stage,
    theme,
    legend,
    regions: { href: raster.toDataURL(), ...place },
    lines: [...Array.from(edges, (edge) => line(edge, false)), ...focus.edges.map((edge) => line(edge, true))],
    nodes: nodes
      .map((node) => ({
        ...at(node),
        radius: radius[node]! * to.size,
        kind: model.kind[node]!,
        colour: nodeColour(model, node, colour, theme),
        faint: lit.size > 0 && !lit.has(node),
      }))
      .filter(inside),
    labels: labels.map(({ box, text: { lines, note, style, centred } }) => ({
      x: centred ? box.x + box.width / 2 : box.x,
      y: box.y + box.height / 2,
      lines: note ? [...lines, note] : lines,
      size: style.size,
      height: style.lineHeight,
      serif: style.serif,
      centred,
      colour: style.colour,
    })),
  };
}
