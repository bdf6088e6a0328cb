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

/** Boxes by grid cell, so that a test looks at near ones only. */
class Occupied {
  readonly #cells = new Map<string, (Box & { owner: string })[]>();

  *#keys(box: Box): Generator<string> {
    for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.width) / CELL); i++)
      for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.height) / CELL); j++) yield `${i} ${j}`;
  }

  add(box: Box, owner: string): void {
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push({ ...box, owner });
      else this.#cells.set(key, [{ ...box, owner }]);
    }
  }

  hits(box: Box, owner: string): boolean {
    for (const key of this.#keys(box))
      for (const other of this.#cells.get(key) ?? []) if (other.owner !== owner && overlap(box, other)) return true;
    return false;
  }
}

/** Whether two boxes share any area. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Right, left, below, above; a centred one has a single place. */
function* places({ x, y, gap, width, height, centred }: Candidate): Generator<Box> {
  if (centred) {
    for (const shift of [0, -1.1, 1.1]) yield { x: x - width / 2, y: y - height / 2 + shift * height, width, height };
    return;
  }
  yield { x: x + gap, y: y - height / 2, width, height };
  yield { x: x - gap - width, y: y - height / 2, width, height };
  yield { x: x - width / 2, y: y + gap, width, height };
  yield { x: x - width / 2, y: y - gap - height, width, height };
}

/**
 * Places what fits.
 * @param obstacles nodes: a label covers no other node than its own
 */
export function placeLabels(candidates: readonly Candidate[], obstacles: readonly (Box & { id: string })[]): PlacedLabel[] {
  const taken = new Occupied();
  for (const box of obstacles) taken.add(box, box.id);
  const placed: PlacedLabel[] = [];
  const order = [...candidates].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const candidate of order) {
    let first: Box | null = null;
    let free: Box | null = null;
    for (const box of places(candidate)) {
      first ??= box;
      if (!taken.hits(box, candidate.id)) {
        free = box;
        break;
      }
    }
    const box = free ?? (candidate.force ? first : null);
    if (!box) continue;
    taken.add(box, `label ${candidate.id}`);
    placed.push({ id: candidate.id, ...box });
  }
  return placed;
}
