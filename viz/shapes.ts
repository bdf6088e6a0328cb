/** One shape a kind, as a distance function for the canvas and as a path for the page. */
import type { NodeKind } from '../src/graph.ts';

/** What the shader draws; `bare` leaves out the halo that parts a shape from the lines behind it. */
export const shapeIndex = (kind: number, bare = false): number => kind + (bare ? 10 : 0);

/** Paths in a square of -1..1, the same shapes as the shader's. */
export const PATHS: { readonly [K in NodeKind]: string } = {
  paper: 'M-.92 0a.92 .92 0 1 0 1.84 0a.92 .92 0 1 0 -1.84 0z',
  technique:
    'M-.62 -.78h1.24a.16 .16 0 0 1 .16 .16v1.24a.16 .16 0 0 1 -.16 .16h-1.24a.16 .16 0 0 1 -.16 -.16v-1.24a.16 .16 0 0 1 .16 -.16z',
  dataset: 'M-.95 0L-.475 -.823H.475L.95 0L.475 .823H-.475z',
  hardware: 'M0 -.98L.95 .68H-.95z',
  metric: 'M-.3 -.92h.6v.62h.62v.6h-.62v.62h-.6v-.62h-.62v-.6h.62z',
  task: 'M-.92 0a.92 .92 0 1 0 1.84 0a.92 .92 0 1 0 -1.84 0zM-.46 0a.46 .46 0 1 1 .92 0a.46 .46 0 1 1 -.92 0z',
  result: 'M0 -1L.86 0L0 1L-.86 0z',
};

/** The shape as an inline picture, in the current text colour. */
export function shapeIcon(kind: NodeKind): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '-1.1 -1.1 2.2 2.2');
  svg.setAttribute('class', 'shape');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(ns, 'path');
  path.setAttribute('d', PATHS[kind]);
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}

/** One point a node, with room around the shape for its halo. */
export const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_pixel;
varying float v_shape;
varying float v_halo;
const float reach = 1.5;
void main() {
  float radius = max(a_size / u_sizeRatio * u_pixelRatio, 0.5);
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = 2.0 * reach * radius;
  v_pixel = 1.0 / radius;
  v_halo = a_shape < 10.0 ? 1.0 : 0.0;
  v_shape = a_shape - 10.0 * (1.0 - v_halo);
  v_color = a_color;
}`;

/** Distance functions after I. Quilez, "2D distance functions" (iquilezles.org/articles/distfunctions2d). */
export const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_pixel;
varying float v_shape;
varying float v_halo;
uniform vec3 u_ground;
float box(vec2 p, vec2 b) {
  vec2 d = abs(p) - b;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}
float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}
float shape(vec2 p) {
  if (v_shape < 0.5) return length(p) - 0.92;
  if (v_shape < 1.5) return box(p, vec2(0.62)) - 0.16;
  if (v_shape < 2.5) return hexagon(p, 0.82);
  if (v_shape < 3.5) return triangle(p + vec2(0.0, 0.1), 0.85) - 0.1;
  if (v_shape < 4.5) return min(box(p, vec2(0.3, 0.92)), box(p, vec2(0.92, 0.3)));
  if (v_shape < 5.5) return length(p) - 0.92;
  return (abs(p.x) * 1.16 + abs(p.y) - 1.0) * 0.66;
}
void main() {
  vec2 point = (gl_PointCoord * 2.0 - 1.0) * vec2(1.5, -1.5);
  float d = shape(point);
  float halo = 1.0 - smoothstep(v_pixel * v_halo, v_pixel * (1.0 + v_halo), d + 0.5 * v_pixel * (1.0 - v_halo));
  if (halo <= 0.0) discard;
  float fill = 1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, d);
  if (v_shape > 4.5 && v_shape < 5.5) fill *= smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, length(point) - 0.46);
  gl_FragColor = vec4(mix(u_ground, v_color.rgb, fill), 1.0) * halo;
}`;
