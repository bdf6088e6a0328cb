import type { Community, KnowledgeGraph } from '../graph.ts';

/** Colour of what belongs to no community. */
const GREY: Rgb = [0x99, 0x99, 0x99];

export type Rgb = readonly [r: number, g: number, b: number];

/** The channels of a colour written `#rrggbb`, 0 to 255; grey for anything else. */
export function rgb(color: string | undefined): Rgb {
  if (color === undefined || !/^#[0-9a-f]{6}$/i.test(color)) return GREY;
  const value = parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

/** Finds the community of a node. */
export function communitiesOf(graph: KnowledgeGraph): (node: { community: string | null }) => Community | undefined {
  const communities = new Map(graph.getAttribute('communities').map((community) => [community.id, community]));
  return ({ community }) => (community === null ? undefined : communities.get(community));
}
