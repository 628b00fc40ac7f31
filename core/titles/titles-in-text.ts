import { letterStream } from './letter-stream';
import { TextScan } from './text-scan';
import type { TitleIndex } from './title-index';
import type { TitleSighting } from './title-match';

/** A scan keeps its filter, which is megabytes of a large corpus. */
const scans = new WeakMap<TitleIndex, TextScan>();

/**
 * The titles that stand in a text letter by letter, as whole words, whatever line breaks, hyphens and punctuation
 * they cross; in the text's order. Where titles overlap the longest is taken. `letters` are the text's, for those who have
 * them already.
 */
export async function findInText(
  index: TitleIndex,
  text: string,
  letters = letterStream(text),
): Promise<readonly TitleSighting[]> {
  return longestOf(await findAllInText(index, text, letters));
}

/** The same with those that lie in or across one another. */
export async function findAllInText(
  index: TitleIndex,
  text: string,
  letters = letterStream(text),
): Promise<readonly TitleSighting[]> {
  const scan = scans.get(index) ?? new TextScan(index.files, index.shards);
  scans.set(index, scan);
  return scan.find(text, letters);
}

/** Of those that overlap the longest, and the first of equally long ones; in the text's order. */
export function longestOf<Stretch extends Pick<TitleSighting, 'start' | 'end' | 'letters'>>(
  sightings: readonly Stretch[],
): readonly Stretch[] {
  const kept: Stretch[] = [];
  const byLength = sightings.toSorted((a, b) => b.letters - a.letters || a.start - b.start);
  for (const sighting of byLength) {
    const at = placeAmong(kept, sighting.start);
    const [before, after] = [kept[at - 1], kept[at]];
    if ((before && before.end > sighting.start) || (after && after.start < sighting.end)) continue;
    kept.splice(at, 0, sighting);
  }
  return kept;
}

function placeAmong(kept: readonly Pick<TitleSighting, 'start'>[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
