import { openWordVectors, type WordVectors } from '../../core/kin/word-vectors';

/** The word vectors that ship with the extension; null where they cannot be read: all goes by words alone then. */
export async function readWordVectors(): Promise<WordVectors | null> {
  try {
    const response = await fetch('/word-vectors.bin');
    return openWordVectors(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return null;
  }
}
