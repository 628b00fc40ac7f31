import { openWordVectors, type WordVectors } from '../core/kin/word-vectors';
import type { EnginePorts } from './ports';

/** Reads the word vectors when they are first asked for, and keeps them: 1.2 MB. */
export type AskWordVectors = () => Promise<WordVectors | null>;

/** What cannot be read, or is not whole, is null for the life of this worker: kin and search go by words alone then. */
export function accessWordVectors({ loadWordVectors }: Pick<EnginePorts, 'loadWordVectors'>): AskWordVectors {
  let kept: Promise<WordVectors | null> | null = null;
  return () => {
    kept ??= loadWordVectors().then(openWordVectors, () => null);
    return kept;
  };
}
