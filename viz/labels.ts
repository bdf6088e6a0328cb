/** Placing labels so that none covers another or a node: greedy, the most important first. Pure. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Candidate {
  id: string;
  /** Centre of the node, in pixels. */
  x: number;
  y: number;
  /** Distance from the centre at which the text may begin. */
  gap: number;
  width: number;
  height: number;
  /** Higher is placed first. */
  priority: number;
  /** Placed whatever it covers. */
  force?: boolean;
  /** Centred on the point itself instead of beside it (names of regions). */
  centred?: boolean;
}

export interface PlacedLabel extends Box {
  id: string;
}

const CELL = 64;
/** Where a region's name is tried, in its own widths and heights about the centre, the nearest first. */
const AROUND = [0, 0.3, 0.6, 0.9, 1.25, 1.6].flatMap((r) =>
  [-1, -0.5, 0, 0.5, 1].flatMap((a) => {
    const [dx, dy] = [Math.min(0.9, r) * a * 0.5, r * (1 - Math.abs(a) / 2)];
    return [[dx, dy], [dx, -dy]] as const;
  }),
); // prettier-ignore
/** A region's name keeps so many pixels from the edge of the stage. */
const EDGE = 14;

/** Boxes by grid cell, so that a test looks at near ones only. */
class Occupied {
  readonly #cells = new Map<number, (Box & { owner: string })[]>();

  add(box: Box, owner: string): void {
    const one = { ...box, owner };
    const [x1, y1] = [Math.floor((box.x + box.width) / CELL), Math.floor((box.y + box.height) / CELL)];
    for (let i = Math.floor(box.x / CELL); i <= x1; i++)
      for (let j = Math.floor(box.y / CELL); j <= y1; j++) {
        const cell = this.#cells.get(i * 65_536 + j);
        if (cell) cell.push(one);
        else this.#cells.set(i * 65_536 + j, [one]);
      }
  }

  /**
   * How many others a box would lie over; a text counts for as much as eight nodes, a panel for forty.
   * @param enough no more than so many need be counted
   */
  hits(box: Box, owner: string, enough: number): number {
    const found = new Set<string>();
    let cost = 0;
    const [x1, y1] = [Math.floor((box.x + box.width) / CELL), Math.floor((box.y + box.height) / CELL)];
    for (let i = Math.floor(box.x / CELL); i <= x1; i++)
      for (let j = Math.floor(box.y / CELL); j <= y1; j++)
        for (const other of this.#cells.get(i * 65_536 + j) ?? []) {
          if (other.owner === owner || !overlap(box, other) || found.has(other.owner)) continue;
          cost += other.owner.startsWith('label ') ? 8 : other.owner.startsWith('panel ') ? 40 : 1;
          if (cost >= enough) return cost;
          found.add(other.owner);
        }
    return cost;
  }
}

const padded = ({ x, y, width, height }: Box): Box => ({ x: x - 4, y: y - 1, width: width + 8, height: height + 2 });

/** Whether two boxes share any area. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Right, left, below, above; a centred one moves about its point. */
function* places({ x, y, gap, width, height, centred }: Candidate): Generator<Box> {
  if (centred) {
    for (const [dx, dy] of AROUND) yield { x: x + dx * width - width / 2, y: y + dy * height - height / 2, width, height };
    return;
  }
  yield { x: x + gap, y: y - height / 2, width, height };
  yield { x: x - gap - width, y: y - height / 2, width, height };
  yield { x: x - width / 2, y: y + gap, width, height };
  yield { x: x - width / 2, y: y - gap - height, width, height };
}

/**
 * Places what fits. A label covers nothing but its own node, and stays on the stage if its node's centre is on it.
 * What is forced goes where it covers least.
 */
export function placeLabels(candidates: readonly Candidate[], obstacles: readonly (Box & { id: string })[], stage: Box): PlacedLabel[] {
  const taken = new Occupied();
  for (const box of obstacles) taken.add(box, box.id);
  const placed: PlacedLabel[] = [];
  const inner = { x: stage.x + EDGE, y: stage.y + EDGE, width: stage.width - 2 * EDGE, height: stage.height - 2 * EDGE };
  const order = [...candidates].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const candidate of order) {
    const onStage = contains(stage, { x: candidate.x, y: candidate.y, width: 0, height: 0 });
    let best: Box | null = null;
    let least = Infinity;
    for (const place of places(candidate)) {
      const box = candidate.centred && onStage ? within(inner, place) : place;
      const off = onStage && !contains(stage, box) ? 2 : 0;
      const cost = off + taken.hits(padded(box), candidate.id, candidate.force ? Infinity : 1);
      if (cost < least) [best, least] = [box, cost];
      if (cost === 0) break;
    }
    if (!best || (least > 0 && !candidate.force)) continue;
    taken.add(best, `label ${candidate.id}`);
    placed.push({ id: candidate.id, ...best });
  }
  return placed;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The box, moved as little as it takes to lie on the stage. */
const within = (stage: Box, box: Box): Box => ({
  ...box,
  x: clamp(box.x, stage.x, stage.x + stage.width - box.width),
  y: clamp(box.y, stage.y, stage.y + stage.height - box.height),
});

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
