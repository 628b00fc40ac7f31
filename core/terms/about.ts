/** What a reader of the index has to know first; JSON, in one small file. */
export interface TermsAbout {
  readonly version: typeof TERMS_VERSION;
  readonly papers: number;
  readonly meanLength: number;
  readonly shards: number;
}

/** Of the layout of the files; another one is not read. */
export const TERMS_VERSION = 1;

export function encodeAbout(about: TermsAbout): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(about));
}

/** Null when the bytes are no such file or of another version. */
export function decodeAbout(bytes: Uint8Array): TermsAbout | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isAbout(value) ? value : null;
  } catch {
    return null;
  }
}

function isAbout(value: unknown): value is TermsAbout {
  if (typeof value !== 'object' || value === null) return false;
  const { version, papers, meanLength, shards } = value as Record<string, unknown>;
  return version === TERMS_VERSION && isCount(papers) && isCount(shards) && typeof meanLength === 'number';
}

/** Ordinals have 32 bits with room for the impact beside them. */
const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 27;
