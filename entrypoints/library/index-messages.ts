import type { Stretch } from '../../core/corpus/indexer';
import type { MergedPart } from '../../core/corpus/merge-part';
import type { CorpusBuild } from '../../store/corpus-folder';
import type { StorageError } from '../../store/storage-error';

/** What the import worker asks of its helper, which answers before it is asked again. */
export type IndexRequest =
  | { readonly kind: 'index'; readonly stretch: Stretch }
  | { readonly kind: 'merge'; readonly build: CorpusBuild; readonly part: string; readonly runs: number }
  /** The answer to `read`. */
  | { readonly kind: 'go-on' };

/** What it answers. `defect` is a mistake of ours. */
export type IndexReply =
  | { readonly kind: 'indexed'; readonly files: readonly (readonly [name: string, bytes: Uint8Array])[] }
  /** Said while it merges; it waits to be told to go on. */
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'merged'; readonly merged: MergedPart }
  | { readonly kind: 'refused'; readonly reason: StorageError['kind']; readonly message: string }
  | { readonly kind: 'defect'; readonly message: string };
