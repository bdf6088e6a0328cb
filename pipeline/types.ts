/** What passes from stage to stage, in order, and the declared kinds of the pipeline. */
import type { Community, Join, KnowledgeGraph, Parting } from '../src/graph.ts';
import type { EntityType, Paper, Record } from '../src/model.ts';
import type { Report } from '../src/report.ts';

/** One input document: bytes, as one piece or as they come, with the name that messages use. They may be gzip-compressed. */
export interface Input {
  name: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Reads one kind of document. Adding one: a file in `1-read/readers/`, a line in its index. */
export interface Reader {
  id: string;
  summary: string;
  /** Without the dot; they decide only between readers that are equally sure. */
  extensions: string[];
  /** How sure the reader is, 0 to 1, from the first 64 KB of decoded text. */
  sniff(head: string): number;
  /** Yields papers as they come; problems go into the report, never thrown. The first chunk of the text holds its first 64 KB. */
  read(text: AsyncIterable<string>, file: string, report: Report): AsyncIterable<Paper>;
}

/** Names of one type that are known beforehand: forms of one thing a row, the canonical one first. */
export interface NameList {
  type: EntityType;
  names: readonly (readonly string[])[];
}

/** Decision trees as rows of numbers; see `3-extract/select/forest.ts`. */
export interface PackedForest {
  base: number;
  trees: number[][];
}

/** What the pipeline knows beforehand; `data/README.md` says what each list is. */
export interface Knowledge {
  lists: readonly NameList[];
  /** Words too general to be a name alone. */
  general: readonly string[];
  /** The tagger's vocabulary: a line a word with its clusters; see `3-extract/tagger/vocabulary.ts`. */
  words: string;
  /** The tagger's weights; see `3-extract/tagger/weights.ts`. */
  weights: Uint8Array;
  /** Trees that tell which candidates are names, and the probability each type must reach. */
  select: { forest: PackedForest; thresholds: Readonly<globalThis.Record<EntityType, number>> };
  /** Trees that tell the role of a technique, one forest a role. */
  roles: readonly PackedForest[];
}

/** A name in an aliases file: of any type, or of one ("technique:SAD"). */
export interface AliasName {
  name: string;
  type?: EntityType;
  line: number;
}

/** What a user knows better than any rule; see `aliases.ts` for the file it comes from. */
export interface Aliases {
  /** For messages and reasons. */
  file: string;
  /** Each list is one thing; its first name is the label. */
  same: readonly (readonly AliasName[])[];
  /** No two of a list are one thing. */
  not: readonly (readonly AliasName[])[];
  type: readonly { name: AliasName; is: EntityType }[];
  /** No entities at all. */
  drop: readonly AliasName[];
}

/** 4-resolve: the same entity in all papers is one. */
export interface Resolved {
  /** As given, but for what an aliases file drops, parts, or gives another type. */
  records: Record[];
  entities: ResolvedEntity[];
  /** entityOf[r][e]: index into `entities` of the e-th entity of the r-th record. */
  entityOf: Uint32Array[];
  /** Families: the child is a version or size of the parent, with the rule that says so. */
  variants: { child: number; parent: number; rule: string }[];
  /** What the aliases file asks for and this input cannot give. */
  messages: { line: number; problem: string }[];
}

export interface ResolvedEntity {
  /** Node id, `type:slug`. */
  id: string;
  type: EntityType;
  label: string;
  /** Every other form, commonest first. */
  aliases: string[];
  joins: Join[];
  parted?: Parting[];
}

/** 5-assemble: the published graph, and the same as arrays for the numeric stages. */
export interface Assembled {
  graph: KnowledgeGraph;
  network: Network;
}

/** The graph as an undirected compressed sparse row matrix; row i is the node `ids[i]`. */
export interface Network {
  /** In code-unit order. */
  ids: string[];
  /** Index into NODE_KINDS. */
  kinds: Uint8Array;
  /** Neighbours of i: targets[offsets[i] .. offsets[i + 1]), in ascending order. */
  offsets: Uint32Array;
  targets: Uint32Array;
  /** Weight of each entry of `targets`: how much the link says (role, kind, number of mentions). */
  weights: Float32Array;
}

/** 6-analyse */
export interface Analysis {
  /** Index into `communities` for each node, -1 for none. */
  community: Int32Array;
  communities: Community[];
  /** Coarser ones, the finest level first. */
  levels: Community[][];
  degree: Uint32Array;
  /** Normalised to 0..1. */
  betweenness: Float64Array;
  modularity: number;
  /** Related papers, source < target, strongest first for each paper, cut to the strongest few a paper. */
  related: { source: number; target: number; weight: number; shared: number[] }[];
  /** How communities were found, and what became of those of the last build, in sentences, for the report. */
  told: string[];
  /** What was left out or estimated, in sentences, for the report. */
  notes: string[];
}

/** What an earlier build found of communities: ids and names live on where their papers stay together. */
export interface Previous {
  communities: readonly Community[];
  levels: readonly (readonly Community[])[];
  /** Id of the community of each paper, by its node id. */
  of: ReadonlyMap<string, string>;
}

/** Where the nodes of an earlier build stood, by their ids. */
export type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

/** 7-layout: one entry a node. */
export interface Positions {
  x: Float64Array;
  y: Float64Array;
  /** Radius, in the same unit as x and y. */
  size: Float64Array;
}

/** Told to whoever shows progress; `total` is absent where it is not known. */
export type Progress = (stage: string, done: number, total?: number) => void;
