/** What a PDF without a ligature's character loses at once; of "ffi" a font may have "ff" or "fi" alone. */
export const LIGATURES: ReadonlySet<string> = new Set(['fi', 'fl', 'ff', 'ffi', 'ffl']);
const LETTERS_MIN = 2;
const LETTERS_MAX = 3;

/**
 * How many ligatures of `whole` were lost, the fewest possible, if nothing else tells `rest` from it: every other letter
 * stands where it stood. Null where that is not so, or more than `most` are missing.
 */
export function lostLigatures(rest: string, whole: string, most: number): number | null {
  const letters = whole.length - rest.length;
  if (letters < LETTERS_MIN || letters > LETTERS_MAX * most) return null;
  const width = letters + 1;
  // For each letter of `whole` and each number of letters missing before it, the fewest ligatures that these can be.
  const fewest = new Uint8Array((whole.length + 1) * width).fill(most + 1);
  fewest[0] = 0;
  let farthest = 0;
  const reach = (at: number, missing: number, lost: number) => {
    const place = at * width + missing;
    if (missing > letters || lost >= (fewest[place] ?? 0)) return;
    fewest[place] = lost;
    farthest = Math.max(farthest, at);
  };
  for (let at = 0; at < whole.length && at <= farthest; at += 1) {
    const lostHere = whole.charAt(at) === 'f' ? ligaturesAt(whole, at) : [];
    for (let missing = 0; missing <= letters; missing += 1) {
      const lost = fewest[at * width + missing] ?? 0;
      if (lost > most) continue;
      if (whole.charCodeAt(at) === rest.charCodeAt(at - missing)) reach(at + 1, missing, lost);
      for (const { length } of lostHere) reach(at + length, missing + length, lost + 1);
    }
  }
  const lost = fewest[whole.length * width + letters] ?? 0;
  return lost > most ? null : lost;
}

const ligaturesAt = (whole: string, at: number): readonly string[] =>
  [...LIGATURES].filter((ligature) => whole.startsWith(ligature, at));
