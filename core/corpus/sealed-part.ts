import type { CorpusFiles } from './corpus-files';
import type { ReportDamage } from './damage';
import { unsealNewest, type FileFormat } from './sealed';

/** A part whose code knows nothing of envelopes: its lasting files all get the same one. */
export interface SealedPartFormat {
  /** As its builder is named. */
  readonly part: string;
  readonly format: FileFormat;
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
