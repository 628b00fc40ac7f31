import type { FiledCorpus } from '../store/corpus-store';
import type { EnginePorts } from './ports';

/** The bundled corpus, ready to be put in place. @throws when what ships is not what was built. */
export async function readBundled(
  ports: Pick<EnginePorts, 'loadBundled' | 'loadKeeper' | 'bundledVersion'>,
): Promise<FiledCorpus> {
  // Once for each version: not among what every waking reads.
  const { filedBundle } = await ports.loadKeeper();
  return filedBundle(await ports.loadBundled(), ports.bundledVersion);
}
