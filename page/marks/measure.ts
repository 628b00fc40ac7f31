import type { Edges } from '../../core/hover/safe-triangle';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { lineBoxes } from '../line-boxes';
import { elementsOf, type Entry } from '../scan/registry';
import { Surroundings } from './surroundings';

/** One stroke or sign to draw, in viewport coordinates. */
export type Mark =
  | {
      readonly kind: 'line';
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly color: string;
    }
  | {
      readonly kind: 'glyph';
      readonly left: number;
      readonly top: number;
      readonly status: ReadingStatus;
      readonly color: string;
    };

/** The stroke ends within the line box, so that it never sticks out of the page's last line. */
const LINE_PX = 2;
export const GLYPH_PX = 9;
const GLYPH_GAP_PX = 4;
const LINES_PER_TITLE_MAX = 20;

/** Reads the layout for all entries at once and says what to draw. Nothing is written here. */
export function measureMarks(win: Window, entries: Iterable<Entry>, isOurs: (node: Node) => boolean): Mark[] {
  const surroundings = new Surroundings(win, isOurs);
  const marks: Mark[] = [];
  for (const entry of entries) marks.push(...marksOf(entry, surroundings));
  return marks;
}

function* marksOf(entry: Entry, surroundings: Surroundings): Generator<Mark> {
  const elements = elementsOf(entry);
  const [element] = elements;
  if (!element || !surroundings.isVisible(element)) return;
  const clip = surroundings.clipOf(element);
  const color = surroundings.colorOf(element);
  const lines = lineBoxes(entry).slice(0, LINES_PER_TITLE_MAX);
  const shown: Edges[] = [];
  for (const line of lines) {
    const left = Math.max(line.left, clip.left);
    const width = Math.min(line.right, clip.right) - left;
    const isInside = width > 0 && line.bottom <= clip.bottom && line.bottom - LINE_PX >= clip.top;
    if (!isInside || surroundings.isCovered(line, elements)) continue;
    shown.push(line);
    yield { kind: 'line', left, top: line.bottom - LINE_PX, width, color };
  }
  const status = entry.resolution?.status;
  if (!status || shown.length === 0) return;
  const place = glyphPlace(shown, clip, surroundings);
  if (place) yield { kind: 'glyph', ...place, status, color };
}

/** Left of a line or after the last if nothing stands there, else hanging from the end of the underline. */
function glyphPlace(
  lines: readonly Edges[],
  clip: Edges,
  surroundings: Surroundings,
): { left: number; top: number } | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  const middleOf = (line: Edges) => (line.top + line.bottom - GLYPH_PX) / 2;
  const before = { left: first.left - GLYPH_GAP_PX - GLYPH_PX, top: middleOf(first) };
  const after = { left: last.right + GLYPH_GAP_PX, top: middleOf(last) };
  const isFree = ({ left, top }: { left: number; top: number }) =>
    left >= clip.left &&
    left + GLYPH_PX <= clip.right &&
    !surroundings.hasText({ left, top, right: left + GLYPH_PX, bottom: top + GLYPH_PX });
  const beforeLast = { left: last.left - GLYPH_GAP_PX - GLYPH_PX, top: middleOf(last) };
  const free = [before, after, beforeLast].find(isFree);
  if (free) return free;
  return { left: last.right - GLYPH_PX, top: last.bottom };
}
