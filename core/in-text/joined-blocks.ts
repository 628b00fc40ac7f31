import { WALL } from '../titles/letter-stream';
import type { TextBlock, TextRange } from './text-block';

/** Blocks as one text for one pass, and the way back. */
export interface JoinedBlocks {
  readonly text: string;
  /** Puts what was found in the text to its blocks: for each block what lies in it, at its places there. */
  readonly share: <T extends TextRange>(found: readonly T[]) => readonly (readonly T[])[];
}

/** Parted by a wall that no title crosses. */
export function joinBlocks(blocks: readonly TextBlock[]): JoinedBlocks {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length + WALL.length;
  }
  return {
    text: blocks.map(({ text }) => text).join(WALL),
    share: (found) => shared(found, starts),
  };
}

/** Both are in order. */
function shared<T extends TextRange>(found: readonly T[], starts: readonly number[]): T[][] {
  const shares: T[][] = starts.map(() => []);
  let block = 0;
  for (const one of found) {
    while ((starts[block + 1] ?? Infinity) <= one.start) block += 1;
    const start = starts[block] ?? 0;
    shares[block]?.push({ ...one, start: one.start - start, end: one.end - start });
  }
  return shares;
}
