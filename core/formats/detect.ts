import type { ImportFormat } from './format';

/** A file that no format knows. */
export interface UnknownFile {
  /** For people, with its article: "a PDF". */
  readonly looksLike: string;
  /** Labels of the formats that could have been. */
  readonly expected: readonly string[];
}

/** Under this a fit is chance. */
const FIT_MIN = 0.1;

/** First characters of files that are not text, as `textOf` reads their bytes (Windows-1252 where not UTF-8, NUL as a blank). */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'an empty file'],
  [/^[^]{0,1024}?%PDF-/, 'a PDF'],
  [/^(?:‰PNG|ÿØÿ|GIF8|RIFF.{4}WEBP|II\* |MM \*|BM.{4} {4})/s, 'an image'],
  [/^(?:ID3|OggS|fLaC|RIFF|.{4}ftyp)/s, 'a sound or video file'],
  [/^PK[^\w\s]{2}/, 'a zip archive inside another archive'],
  [/^[^\w\s]‹/, 'a gzip archive inside another archive'],
  [/^(?:7z¼¯|Rar!|BZh\d|ý7zXZ|\(µ\/ý)/, 'an archive that browsers cannot unpack; unpack it first'],
  [/^[^]{257}ustar/, 'a tar archive; unpack it first'],
  [/^SQLite format 3/, 'a database; export the library from its program instead'],
  [/^PAR1/, 'a Parquet file'],
  [/^ÐÏ.à/s, 'an Office document'],
  [/^\s*<svg[\s>]/i, 'an image'],
  [/^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i, 'a web page'],
  [/^\s*[[{]/, 'JSON without papers'],
  [/^\s*</, 'XML without papers'],
];

// oxlint-disable-next-line no-control-regex -- control characters tell binary files
const CONTROL = /[\u0000-\u0008\u000E-\u001F\uFFFD]/g;

function looksLike(head: string): string {
  const known = LOOKS.find(([pattern]) => pattern.test(head));
  if (known) return known[1];
  const controls = head.slice(0, 4_096).match(CONTROL)?.length ?? 0;
  return controls > 8 ? 'a binary file' : 'text without records of papers';
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
export function archiveKind(names: readonly string[]): string | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) return 'an empty archive';
  if (has(/^word\/|^ppt\/|^xl\/|^content\.xml$/)) return 'an Office document';
  if (has(/^META-INF\/container\.xml$/)) return 'an e-book';
  if (has(/^META-INF\/MANIFEST\.MF$/)) return 'a program or an extension';
  return null;
}
