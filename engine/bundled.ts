import { FilesInMemory } from '../core/corpus/corpus-files';
import { openBundle } from '../core/corpus/bundle';
import { BUNDLED_CORPUS_ID, type FiledCorpus } from '../store/corpus-store';
import type { EnginePorts } from './ports';

/** The bundled corpus, ready to be put in place. @throws when what ships is not what was built. */
export async function readBundled(
  ports: Pick<EnginePorts, 'loadBundled' | 'bundledVersion'>,
): Promise<FiledCorpus> {
  const unpacked = openBundle(await ports.loadBundled());
  if (!unpacked.ok) {
    throw new Error(`The bundled corpus of this Paperkin is ${unpacked.reason}. Install Paperkin anew.`);
  }
  const { name, paperCount, files } = unpacked.corpus;
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const facts = { id: BUNDLED_CORPUS_ID, name, source: 'bundled', version: ports.bundledVersion };
  return { files: new FilesInMemory(files), facts: { ...facts, paperCount, bytes } };
}
