import type { Mention } from '../match/mention';
import type { Resolution } from '../match/resolution';
import type { TextRange } from './text-block';

/** A paper that a block of running text names. */
export interface TextHit extends TextRange {
  /** Place of the block among those that were asked about. */
  readonly block: number;
  readonly mention: Mention;
  /** Null for an identifier that nothing knows. */
  readonly resolution: Resolution | null;
}
