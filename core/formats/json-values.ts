/** A value of JSON whose shape nobody has checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object in a piece of JSON, or null where it is broken or something else. */
export function jsonObject(json: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object with keys, and no array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of an array; none of anything else. */
export const elementsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text, or a number as text; null for anything else and for blank text. Only a key of the object's own counts. */
export function textAt(object: JsonObject, key: string): string | null {
  const value: unknown = Object.hasOwn(object, key) ? object[key] : null;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
