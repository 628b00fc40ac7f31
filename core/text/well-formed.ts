/** The text with every lone surrogate replaced by U+FFFD (`String.prototype.toWellFormed` is younger than ES2022). */
export function wellFormed(text: string): string {
  // With the u flag a surrogate pair is one character, so \p{Cs} fits lone halves only.
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** At most `unitsMax` UTF-16 units from the start of the text, never ending in half a surrogate pair. */
export function clip(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text;
  return text.slice(0, unitsMax).replace(/[\uD800-\uDBFF]$/, '');
}
