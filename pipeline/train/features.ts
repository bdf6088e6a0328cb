import type { FeatureSink } from '../3-extract/tagger/features.ts';
import type { Block } from '../3-extract/tagger/words.ts';

/** Features of token i: hashes `ids[offsets[i] .. offsets[i + 1])`. */
export interface Features {
  ids: Int32Array;
  offsets: Int32Array;
}

/** Keeps all features of a document, to train on. */
export class Collector implements FeatureSink {
  private readonly ids: number[] = [];
  private readonly offsets = [0];

  one(feature: number): void {
    this.ids.push(feature);
  }

  block(block: Block): void {
    for (const id of block.ids) this.ids.push(id);
  }

  endToken(): void {
    this.offsets.push(this.ids.length);
  }

  features(): Features {
    return { ids: Int32Array.from(this.ids), offsets: Int32Array.from(this.offsets) };
  }
}
