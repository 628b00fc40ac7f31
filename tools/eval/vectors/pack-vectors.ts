import { FREQUENCY_STEPS, WORD_VECTORS, WORD_VECTORS_HEAD_BYTES } from '../../../core/kin/word-vectors';
import { seal } from '../../../core/corpus/sealed';
import { termHash } from '../../../core/terms/pair-hash';

export interface LearnedVectors {
  readonly words: readonly string[];
  /** Papers that hold each word. */
  readonly frequencies: Int32Array;
  readonly papers: number;
  readonly dimensions: number;
  /** One after the other, in the order of the words. */
  readonly values: Float32Array;
}

const BYTE_MAX = 127;

/** The file that `openWordVectors` opens: words by their hashes, each vector as bytes with a scale of its own. */
export function packVectors({ words, frequencies, papers, dimensions, values }: LearnedVectors): Uint8Array {
  // Of two words with one hash the first is kept: there is one such pair in some 4 billion.
  const byHash = new Map(words.map((word, number) => [termHash(word), number] as const).toReversed());
  const rows = [...byHash].toSorted(([a], [b]) => a - b);
  const count = rows.length;
  const payload = new Uint8Array(WORD_VECTORS_HEAD_BYTES + count * (9 + dimensions));
  const view = new DataView(payload.buffer);
  for (const [at, number] of [count, dimensions, papers].entries()) view.setUint32(4 * at, number, true);
  for (const [row, [hash, word]] of rows.entries()) {
    const vector = values.subarray(word * dimensions, (word + 1) * dimensions);
    const scale = Math.fround(vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / BYTE_MAX);
    const head = WORD_VECTORS_HEAD_BYTES + 4 * row;
    view.setUint32(head, hash, true);
    view.setFloat32(head + 4 * count, scale, true);
    const logarithm = Math.round(Math.log(Math.max(1, frequencies[word] ?? 1)) * FREQUENCY_STEPS);
    payload[WORD_VECTORS_HEAD_BYTES + 8 * count + row] = Math.min(255, logarithm);
    const body = WORD_VECTORS_HEAD_BYTES + 9 * count + row * dimensions;
    vector.forEach((value, at) => view.setInt8(body + at, scale === 0 ? 0 : Math.round(value / scale)));
  }
  return seal(WORD_VECTORS, payload);
}
