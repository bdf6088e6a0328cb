import type { Community, EdgeAttributes } from '../../graph.ts';
import { rgb, type Rgb } from '../look.ts';
import type { EdgeItem } from './edge-fields.ts';
import { EDGE_FIELDS } from './edge-fields.ts';
import type { Field } from './field.ts';
import { NODE_FIELDS, type NodeItem } from './node-fields.ts';

/** For formats that have no words of their own for label, place, size, colour and weight. */
const channel =
  (of: (rgb: Rgb) => number) =>
  ({ community }: { community: Community | undefined }): number =>
    of(rgb(community?.color));

export const DRAWN_NODE_FIELDS: readonly Field<NodeItem>[] = [
  { id: 'label', type: 'string', of: ({ node }) => node.label },
  ...NODE_FIELDS,
  { id: 'x', type: 'double', of: ({ node }) => node.x },
  { id: 'y', type: 'double', of: ({ node }) => node.y },
  { id: 'size', type: 'double', of: ({ node }) => node.size },
  { id: 'r', type: 'integer', of: channel(([r]) => r) },
  { id: 'g', type: 'integer', of: channel(([, g]) => g) },
  { id: 'b', type: 'integer', of: channel(([, , b]) => b) },
];

export const WEIGHED_EDGE_FIELDS: readonly Field<EdgeItem>[] = [
  { id: 'weight', type: 'double', of: ({ edge }: { edge: EdgeAttributes }) => edge.weight },
  ...EDGE_FIELDS,
];
