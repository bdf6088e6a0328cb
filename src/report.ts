/** A problem in the input, with its place and what was done about it. */
export interface Message {
  file: string;
  /** Ordinal of the record in the file, from 1. */
  record?: number;
  /** From 1. */
  line?: number;
  /** What was wrong, and the remedy where there is one. */
  problem: string;
  /** What became of it: 'repaired' and 'kept' lose nothing, 'skipped' drops a piece, 'rejected' a record or file. */
  done: 'repaired' | 'kept' | 'skipped' | 'rejected';
}

/** Counts of one file; `read = kept + merged + rejected` always holds. */
export interface FileCount {
  file: string;
  reader: string | null;
  read: number;
  kept: number;
  /** Records found to be one with an earlier record. */
  merged: number;
  rejected: number;
  /** Lines or fields that are no part of any record (page furniture). */
  dropped: number;
}

/** What a reader tells while it reads. */
export interface Report {
  messages: Message[];
  files: FileCount[];
}
