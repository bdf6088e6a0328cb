/** The map's columns from an outline; what is read of a node comes later, in columns of the same rows. */
import type { ColumnGraph } from '../src/columns/open.ts';
import type { Outline } from '../src/columns/outline.ts';
import { around, remembered } from './columns-model.ts';
import { adjacency, type Model } from './model.ts';

/** @param fetchRest gets the whole graph, each time it is called; called again only where it failed */
export function modelOfOutline(outline: Outline, fetchRest: () => Promise<ColumnGraph>): Model {
  let whole: ColumnGraph | undefined;
  let coming: Promise<void> | undefined;
  const there = (): ColumnGraph => {
    if (!whole) throw new Error('the rest of the graph is not there yet');
    return whole;
  };
  const id = remembered(outline.id);
  const model: Model = {
    ...outline,
    ...adjacency(outline.count, outline.source, outline.target),
    id,
    row: (text) => find(outline.count, id, text),
    label: remembered(outline.label),
    rest() {
      if (whole) return null;
      return (coming ??= fetchRest().then(
        (columns) => void (whole = columns),
        (error: unknown) => {
          coming = undefined;
          throw error;
        },
      ));
    },
    node: (node) => there().node(node),
    around: (text) => around(there(), model, text),
  };
  return model;
}

/** The place of a text among some that are sorted, or -1. */
function find(count: number, at: (place: number) => string, text: string): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(middle) < text) from = middle + 1;
    else to = middle;
  }
  return from < count && at(from) === text ? from : -1;
}
