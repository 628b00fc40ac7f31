import type { CorpusFiles } from './corpus-files';
import { seal, unseal, type FileFormat, type SealTrouble } from './sealed';

/** What a finished corpus consists of. Its file is written last: where it is, everything is. */
export interface CorpusManifest {
  readonly paperCount: number;
  /** Papers left out because an earlier one had the same identity. */
  readonly duplicates: number;
  /** Size of the final files by part, `papers` among them, in bytes. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** How far an unfinished build has come: everything before it is in the folder. */
export interface Checkpoint {
  readonly paperCount: number;
  readonly duplicates: number;
  readonly runs: number;
  /** Where in the source the next record stands, in the caller's own words; null before the first. */
  readonly sourceMark: string | null;
  /** Whether every paper is in, so that only merging is left. */
  readonly complete: boolean;
  /** By part: of the final files where it is merged (as papers are from the start), of its runs where it is not. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Parts that are merged. */
  readonly merged: readonly string[];
  /** Files of the last merged part that nothing needs any more. */
  readonly obsolete: readonly string[];
}

export const MANIFEST_FILE = 'manifest';
export const CHECKPOINT_FILE = 'checkpoint';

const MANIFEST: FileFormat = { kind: 'mani', version: 1 };
const CHECKPOINT: FileFormat = { kind: 'chkp', version: 1 };

/** What a small file of facts says, or why it says nothing. */
export type ReadFacts<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: SealTrouble | 'missing' };

export function packManifest(manifest: CorpusManifest): Uint8Array {
  return packed(MANIFEST, manifest);
}

export function packCheckpoint(checkpoint: Checkpoint): Uint8Array {
  return packed(CHECKPOINT, checkpoint);
}

/** Missing as long as the corpus is not finished. */
export function readManifest(files: CorpusFiles): Promise<ReadFacts<CorpusManifest>> {
  return read<CorpusManifest>(files, MANIFEST_FILE, MANIFEST);
}

/** Missing before the first flush, and when the corpus is finished. */
export function readCheckpoint(files: CorpusFiles): Promise<ReadFacts<Checkpoint>> {
  return read<Checkpoint>(files, CHECKPOINT_FILE, CHECKPOINT);
}

function packed(format: FileFormat, facts: CorpusManifest | Checkpoint): Uint8Array {
  return seal(format, new TextEncoder().encode(JSON.stringify(facts)));
}

async function read<T>(files: CorpusFiles, name: string, format: FileFormat): Promise<ReadFacts<T>> {
  const file = await files.read(name);
  if (!file) return { ok: false, reason: 'missing' };
  const opened = unseal(format, file);
  if (!opened.ok) return opened;
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(opened.payload)) as T };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}
