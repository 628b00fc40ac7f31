/** A part of a whole, 0 to 1; 1 of nothing, where nothing could be missed. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** A share for a table: "0.971", and "-" of nothing. */
export function shareCell(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
