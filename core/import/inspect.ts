import { xxHash32 } from '../corpus/checksum';
import { partsOf, type SourcePart } from '../formats/bytes';
import { archiveKind, detectFormat } from '../formats/detect';
import type { ImportFormat, NewerPack, SourceHeader } from '../formats/format';
import type { SourceTrouble } from '../formats/inflate';
import type { LooksLike } from '../formats/reasons';
import { textOf } from '../formats/text';
import { sampleOf, type SourceSample } from './sample';

/** A file of the source that a format can read. */
export interface ReadablePart {
  readonly part: SourcePart;
  readonly format: ImportFormat;
}

/** A source that can be imported. */
export interface FoundSource {
  readonly ok: true;
  readonly name: string;
  /** Equal for the same file offered again, whatever it is called by then. */
  readonly fingerprint: string;
  /** In the order of the archive; never empty. */
  readonly parts: readonly ReadablePart[];
  /** Files of an archive that are no papers. */
  readonly skipped: readonly string[];
  readonly sample: SourceSample;
  /** What its first file says of itself. */
  readonly header: SourceHeader | null;
}

/** A file that cannot be imported, and why. */
export type UnusableSource = {
  readonly ok: false;
  readonly name: string;
} & (
  | { readonly kind: 'trouble'; readonly trouble: SourceTrouble }
  /** No format knows it. */
  | { readonly kind: 'unknown'; readonly looksLike: LooksLike }
  | { readonly kind: 'newer'; readonly pack: NewerPack }
  /** A mistake of ours, in the words of the browser. */
  | { readonly kind: 'unreadable'; readonly message: string }
);

const HEAD_CHARS = 64 * 1024;
const SAMPLE_CHARS = 512 * 1024;
const FINGERPRINT_BYTES = 64 * 1024;

interface Head {
  readonly text: string;
  /** Whether that is the whole part. */
  readonly whole: boolean;
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
}

interface SampleHead extends Head {
  readonly header: SourceHeader | null;
}

/** Finds out what a file is, by its content; reads its start only. */
export async function inspectSource(
  file: Blob,
  name: string,
  formats: readonly ImportFormat[],
): Promise<FoundSource | UnusableSource> {
  const opened = await partsOf(file, name);
  if ('kind' in opened) return unreadable(name, opened);
  const archive = archiveKind(opened.map((part) => part.name));
  if (archive !== null) return { ok: false, name, kind: 'unknown', looksLike: archive };
  const parts: ReadablePart[] = [];
  const skipped: string[] = [];
  let first: SampleHead | null = null;
  let looksLike: LooksLike | null = null;
  for (const part of opened) {
    const isSample = parts.length === 0;
    const head = await readHead(part, isSample ? SAMPLE_CHARS : HEAD_CHARS);
    if ('kind' in head) return unreadable(name, head);
    const format = detectFormat(head.text.slice(0, HEAD_CHARS), part.name, formats);
    if ('looksLike' in format) {
      looksLike ??= format.looksLike;
      skipped.push(part.name);
    } else {
      const header = format.header?.(head.text.slice(0, HEAD_CHARS)) ?? null;
      if (header?.newer) return { ok: false, name, kind: 'newer', pack: header.newer };
      if (isSample) first = { ...head, header };
      parts.push({ part, format });
    }
  }
  const [lead] = parts;
  if (!lead || !first) return { ok: false, name, kind: 'unknown', looksLike: looksLike ?? 'text' };
  const packedBytes = parts.reduce((sum, { part }) => sum + part.packedBytes, 0);
  const sample = await sampleOf(lead.format, {
    text: first.text,
    isWhole: first.whole && parts.length === 1,
    sourceBytes: packedBytes * first.ratio,
  });
  const fingerprint = await fingerprintOf(file);
  return { ok: true, name, fingerprint, parts, skipped, sample, header: first.header };
}

function unreadable(name: string, trouble: SourceTrouble): UnusableSource {
  return { ok: false, name, kind: 'trouble', trouble };
}

/** The start of a part as text; trouble where nothing at all could be read. */
async function readHead(part: SourcePart, chars: number) {
  const source = textOf(part);
  let text = '';
  let whole = true;
  for await (const chunk of source) {
    text += chunk;
    if (text.length < chars) continue;
    whole = false;
    break;
  }
  const { packedBytes, unpackedBytes, trouble } = source.bytes.progress;
  if (text === '' && trouble) return trouble;
  return { text: text.slice(0, chars), whole, ratio: packedBytes > 0 ? unpackedBytes / packedBytes : 1 };
}

/** By size and by both ends: an export that was made anew differs in one of them. */
async function fingerprintOf(file: Blob): Promise<string> {
  const ends = [file.slice(0, FINGERPRINT_BYTES), file.slice(Math.max(0, file.size - FINGERPRINT_BYTES))].map(
    async (end) => xxHash32(new Uint8Array(await end.arrayBuffer())) >>> 0,
  );
  return [file.size, ...(await Promise.all(ends))].map((part) => part.toString(16)).join('-');
}
