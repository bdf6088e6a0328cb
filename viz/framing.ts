/** What the camera is to hold, and how much of the stage the panels leave it. */
import type { Focus } from './focus.ts';
import { edgeKindAt, forEachLink, type Model } from './model.ts';
import type { Insets } from './scene.ts';

/** A stage narrower than this, in pixels, has its panels above and below. */
const WIDE = 760;

/** What lies over the stage. */
export type Panels = { readonly [panel in 'left' | 'legend' | 'search' | 'details' | 'table']: HTMLElement };

export function insetsOf({ left, legend, search, details, table }: Panels): Insets {
  const wide = innerWidth >= WIDE;
  const beside = wide && legend.getBoundingClientRect().width > 0;
  const panel = details.hidden ? null : details.getBoundingClientRect();
  return {
    left: beside ? left.getBoundingClientRect().right + 30 : wide ? 60 : 24,
    right: wide && panel ? innerWidth - panel.left + 100 : wide ? 110 : 60,
    top: beside ? 40 : search.getBoundingClientRect().bottom + 16,
    bottom: !wide && panel ? innerHeight - panel.top + 20 : table.hidden ? 60 : innerHeight - table.getBoundingClientRect().top + 20,
  };
}

/** In a large graph one goes closer to see a neighbourhood. */
export const closest = ({ count }: Model): number => Math.min(0.42, 0.42 * Math.sqrt(400 / Math.max(400, count)));

/** What the map moves to: what is chosen with what lies nearest of its links, but for papers that are merely alike. */
export function framed(model: Model, { centre, nodes }: Focus, id: string): number[] {
  if (centre < 0) return nodes.length ? [...nodes] : model.row(id) >= 0 ? [model.row(id)] : [];
  const own: number[] = [centre];
  forEachLink(model, centre, (edge, other) => {
    if (edgeKindAt(model, edge) !== 'related_to' && nodes.includes(other)) own.push(other);
  });
  const near = own.length > 1 ? own : [...nodes];
  const away = (node: number) => Math.hypot(model.x[node]! - model.x[centre]!, model.y[node]! - model.y[centre]!);
  return near.sort((a, b) => away(a) - away(b)).slice(0, Math.max(8, Math.ceil(near.length * 0.7)));
}

/** How far a place lies outside of a range, below zero where it lies before it. */
export const beyond = (at: number, from: number, to: number): number => (at < from ? at - from : at > to ? at - to : 0);
