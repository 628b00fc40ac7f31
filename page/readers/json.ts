/** A page's JSON is anybody's: each field is looked at before it is believed. */
// Parsing cannot stop for breath: this much takes some 10 ms (2026-11). Hugging Face's fullest lists hold a tenth of it.
const JSON_MAX_CHARS = 4_000_000;

/** The value of a JSON text, or null where it is malformed, absent or endless. */
export function parseJson(text: string | null | undefined): unknown {
  if (text === null || text === undefined || text.length > JSON_MAX_CHARS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A field of a value that may be no object at all. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
  return (value as Readonly<Record<string, unknown>>)[name];
}

export function stringField(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === 'string' ? found : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
