import type { Paper } from '../paper';
import type { CorpusFiles, CorpusFolder } from './corpus-files';
import type { ReportDamage } from './damage';
import type { PartBuilder } from './part';
import { seal, unsealNewest, type FileFormat } from './sealed';

/** A part whose code knows nothing of envelopes: its lasting files all get the same one. */
export interface SealedPartFormat {
  /** As its builder is named. */
  readonly part: string;
  readonly format: FileFormat;
}

/** The builder of a part with its lasting files sealed. Runs live for one build and have no seal. */
export function sealedPart(builder: PartBuilder, { part, format }: SealedPartFormat): PartBuilder {
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

/** The files of such a part for its reader. One that is missing or broken is reported, and is none for the reader. */
export function unsealedFiles(
  files: CorpusFiles,
  { part, format }: SealedPartFormat,
  report: ReportDamage,
): CorpusFiles {
  const opened = (file: Uint8Array | undefined | null, name: string): Uint8Array | null => {
    const unsealed = file ? unsealNewest(format, file) : ({ ok: false, reason: 'missing' } as const);
    if (unsealed.ok) return unsealed.payload;
    report({ part, file: name, reason: unsealed.reason });
    return null;
  };
  return {
    read: async (name) => opened(await files.read(name), name),
    async readMany(names) {
      const read = await files.readMany(names);
      const found = new Map<string, Uint8Array>();
      for (const name of names) {
        const bytes = opened(read.get(name), name);
        if (bytes) found.set(name, bytes);
      }
      return found;
    },
  };
}
