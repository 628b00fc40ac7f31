import type { ImportFormat } from './format';
import type { LooksLike } from './reasons';

/** A file that no format knows. */
export interface UnknownFile {
  readonly looksLike: LooksLike;
  /** Labels of the formats that could have been. */
  readonly expected: readonly string[];
}

/** Under this a fit is chance. */
const FIT_MIN = 0.1;

/** First characters of files that are not text, as `textOf` reads their bytes (Windows-1252 where not UTF-8, NUL as a blank). */
const LOOKS: readonly (readonly [RegExp, LooksLike])[] = [
  [/^\s*$/, 'empty'],
  [/^[^]{0,1024}?%PDF-/, 'pdf'],
  [/^(?:‰PNG|ÿØÿ|GIF8|RIFF.{4}WEBP|II\* |MM \*|BM.{4} {4})/s, 'image'],
  [/^(?:ID3|OggS|fLaC|RIFF|.{4}ftyp)/s, 'media'],
  [/^PK[^\w\s]{2}/, 'zip-inside'],
  [/^[^\w\s]‹/, 'gzip-inside'],
  [/^(?:7z¼¯|Rar!|BZh\d|ý7zXZ|\(µ\/ý)/, 'foreign-archive'],
  [/^[^]{257}ustar/, 'tar'],
  [/^SQLite format 3/, 'database'],
  [/^PAR1/, 'parquet'],
  [/^ÐÏ.à/s, 'office'],
  [/^\s*<svg[\s>]/i, 'image'],
  [/^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i, 'web-page'],
  [/^\s*[[{]/, 'json'],
  [/^\s*</, 'xml'],
];

// oxlint-disable-next-line no-control-regex -- control characters tell binary files
const CONTROL = /[\u0000-\u0008\u000E-\u001F\uFFFD]/g;

function looksLike(head: string): LooksLike {
  const known = LOOKS.find(([pattern]) => pattern.test(head));
  if (known) return known[1];
  const controls = head.slice(0, 4_096).match(CONTROL)?.length ?? 0;
  return controls > 8 ? 'binary' : 'text';
}

/** The format that fits a file best, by its first 64 kB of decoded text; or what the file looks like instead. */
export function detectFormat(
  head: string,
  fileName: string,
  formats: readonly ImportFormat[],
): ImportFormat | UnknownFile {
  let best: ImportFormat | null = null;
  let bestFit = FIT_MIN;
  for (const format of formats) {
    const fit = format.fits(head, fileName);
    if (fit < bestFit || (best !== null && fit === bestFit)) continue;
    best = format;
    bestFit = fit;
  }
  return best ?? { looksLike: looksLike(head), expected: formats.map(({ label }) => label) };
}

/** A zip of something else, told by the names in it; null for one that may hold a library. */
export function archiveKind(names: readonly string[]): LooksLike | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) return 'empty-archive';
  if (has(/^word\/|^ppt\/|^xl\/|^content\.xml$/)) return 'office';
  if (has(/^META-INF\/container\.xml$/)) return 'e-book';
  if (has(/^META-INF\/MANIFEST\.MF$/)) return 'program';
  return null;
}
