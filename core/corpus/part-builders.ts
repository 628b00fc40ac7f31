import type { Paper } from '../paper';
import { TermsPart } from '../terms/terms-part';
import { TitlePart } from '../titles/title-part';
import type { CorpusFolder } from './corpus-files';
import type { PartBuilder } from './part';
import { seal, unsealNewest } from './sealed';
import type { SealedPartFormat } from './sealed-part';
import { SEALED_TERMS } from './terms-of-corpus';
import { SEALED_TITLES } from './titles-of-corpus';

/** Builds the index of words that search and kin of a corpus read. */
export function termsBuilder(): PartBuilder {
  return sealedPart(new TermsPart(), SEALED_TERMS);
}

/** Builds the index of titles for those that are cut off or differ by a few letters. */
export function titlesBuilder(): PartBuilder {
  return sealedPart(new TitlePart(), SEALED_TITLES);
}

/** The builder of a part with its lasting files sealed. Runs live for one build and have no seal. */
function sealedPart(builder: PartBuilder, { part, format }: SealedPartFormat): PartBuilder {
  const isLasting = (name: string) => !name.startsWith(`${part}/runs/`);
  const sealing = (folder: CorpusFolder): CorpusFolder => ({
    read: async (name) => opened(await folder.read(name), name),
    async readMany(names) {
      const found = new Map<string, Uint8Array>();
      for (const [name, file] of await folder.readMany(names)) {
        const bytes = opened(file, name);
        if (bytes) found.set(name, bytes);
      }
      return found;
    },
    write: (files) =>
      folder.write(
        new Map([...files].map(([name, bytes]) => [name, isLasting(name) ? seal(format, bytes) : bytes])),
      ),
    remove: (names) => folder.remove(names),
  });
  const opened = (file: Uint8Array | null, name: string): Uint8Array | null => {
    if (!file || !isLasting(name)) return file;
    const unsealed = unsealNewest(format, file);
    return unsealed.ok ? unsealed.payload : null;
  };
  return {
    name: builder.name,
    add(ordinal: number, paper: Paper) {
      builder.add(ordinal, paper);
    },
    get bufferedBytes() {
      return builder.bufferedBytes;
    },
    flush: (run) => builder.flush(run),
    merge: (folder, runs) => builder.merge(sealing(folder), runs),
  };
}
