export { EDGE_NAMES, KIND_NAMES } from '../src/kinds.ts';
