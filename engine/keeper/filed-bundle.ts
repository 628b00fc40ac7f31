import { openBundle } from '../../core/corpus/bundle';
import { FilesInMemory } from '../../core/corpus/corpus-files';
import { BUNDLED_CORPUS_ID, type FiledCorpus } from '../../store/corpus-store';

/** The bundled corpus under a version, ready to be put in place. @throws when what ships is not what was built. */
export function filedBundle(packed: Uint8Array, version: string): FiledCorpus {
  const unpacked = openBundle(packed);
  if (!unpacked.ok) {
    throw new Error(`The bundled corpus of this Paperkin is ${unpacked.reason}. Install Paperkin anew.`);
  }
  const { name, paperCount, files } = unpacked.corpus;
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const facts = { id: BUNDLED_CORPUS_ID, name, source: 'bundled', version };
  return { files: new FilesInMemory(files), facts: { ...facts, paperCount, bytes } };
}
