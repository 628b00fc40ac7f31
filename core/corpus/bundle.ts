import { seal, unseal, type FileFormat, type SealTrouble } from './sealed';

/** A finished corpus as one piece of bytes, for shipping; `docs/file-formats.md` has the layout. */
export interface CorpusBundle {
  /** Of its content: equal papers, equal version. */
  readonly version: string;
  /** For people to read. */
  readonly name: string;
  readonly paperCount: number;
  /** Its files by name, sealed as they are to stand in a folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** `malformed`: the bytes are as they were written, and still do not say what they should. */
export type Unpacked =
  | { readonly ok: true; readonly corpus: CorpusBundle }
  | { readonly ok: false; readonly reason: SealTrouble | 'malformed' };

interface Directory {
  readonly version: string;
  readonly name: string;
  readonly paperCount: number;
  /** In the order in which they stand. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
}

const FORMAT: FileFormat = { kind: 'bndl', version: 1 };
/** Length of the directory (4 bytes), 4 bytes of nothing. */
const HEAD_BYTES = 8;
/** Every file starts at a multiple of this, so that what is in it can be looked at where it lies. */
const ALIGNMENT = 8;

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** The same corpus gives the same bytes: its files are put in the order of their names. */
export function makeBundle({ files, ...facts }: CorpusBundle): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { version, name, paperCount } = facts;
  const sizes = sorted.map(([file, { length }]) => [file, length] as const);
  const directory: Directory = { version, name, paperCount, files: sizes };
  const json = new TextEncoder().encode(JSON.stringify(directory));
  const start = aligned(HEAD_BYTES + json.length);
  const payload = new Uint8Array(sizes.reduce((end, [, length]) => end + aligned(length), start));
  new DataView(payload.buffer).setUint32(0, json.length, true);
  payload.set(json, HEAD_BYTES);
  let at = start;
  for (const [, bytes] of sorted) {
    payload.set(bytes, at);
    at += aligned(bytes.length);
  }
  return seal(FORMAT, payload);
}

/** The files are views of the bytes given. Any bytes at all are taken; none makes it throw. */
export function openBundle(bytes: Uint8Array): Unpacked {
  const opened = unseal(FORMAT, bytes);
  if (!opened.ok) return opened;
  const { payload } = opened;
  const length =
    payload.length < HEAD_BYTES
      ? Infinity
      : new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  const directory = readDirectory(payload.subarray(HEAD_BYTES, HEAD_BYTES + length));
  if (!directory) return { ok: false, reason: 'malformed' };
  const files = new Map<string, Uint8Array>();
  let at = aligned(HEAD_BYTES + length);
  for (const [name, size] of directory.files) {
    files.set(name, payload.subarray(at, at + size));
    at += aligned(size);
  }
  if (at !== payload.length || files.size !== directory.files.length)
    return { ok: false, reason: 'malformed' };
  const { version, name, paperCount } = directory;
  return { ok: true, corpus: { version, name, paperCount, files } };
}

function readDirectory(json: Uint8Array): Directory | null {
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(json));
    return isDirectory(found) ? found : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isDirectory(found: unknown): found is Directory {
  if (typeof found !== 'object' || found === null) return false;
  const { version, name, paperCount, files } = found as Partial<Record<keyof Directory, unknown>>;
  const isFile = (one: unknown) =>
    Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && isCount(one[1]);
  return (
    typeof version === 'string' &&
    typeof name === 'string' &&
    isCount(paperCount) &&
    Array.isArray(files) &&
    files.every(isFile)
  );
}
