import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWordVectors, type WordVectors } from '../../../core/kin/word-vectors';
import { ROOT } from '../../run-package';

/** The word vectors of the extension. @throws when the file is not whole. */
export function shippedVectors(): WordVectors {
  const vectors = openWordVectors(readFileSync(join(ROOT, 'assets/word-vectors.bin')));
  if (!vectors) throw new Error('assets/word-vectors.bin is damaged');
  return vectors;
}
