import type { Edges } from '../core/hover/safe-triangle';
import type { PageMention } from './readers/reader';

/** Titles have a handful of text nodes; formulas drawn by MathJax may have some hundred. */
const TEXT_NODES_MAX = 200;
/** Text for screen readers only is clipped to a pixel; it is no line. */
const LINE_MIN_PX = 3;

/** Nodes that show a title: all of their text or, where it is part of running text, from and to an offset. */
export type TitlePlace = Pick<PageMention, 'target' | 'from' | 'to'>;

/** The lines that a title takes on the screen, top down, in viewport coordinates. Empty when hidden. */
export function lineBoxes({ target, from = 0, to = Infinity }: TitlePlace): Edges[] {
  const rects: Edges[] = [];
  let budget = TEXT_NODES_MAX;
  const range = target[0]?.ownerDocument?.createRange();
  if (!range) return [];
  for (const text of textNodes(target)) {
    if (budget-- === 0) break;
    const first = text === target[0] ? Math.min(from, text.length) : 0;
    const last = text === target.at(-1) ? Math.min(to, text.length) : text.length;
    const shown = text.data.slice(first, last);
    const start = shown.search(/\S/);
    if (start < 0) continue;
    // An element's range would give its border box, which for a block is as wide as the page.
    range.setStart(text, first + start);
    range.setEnd(text, first + shown.trimEnd().length);
    for (const rect of range.getClientRects()) {
      if (rect.width >= LINE_MIN_PX && rect.height >= LINE_MIN_PX) rects.push(rect);
    }
  }
  return mergeLines(rects);
}

function* textNodes(nodes: readonly Node[]): Generator<Text> {
  for (const node of nodes) {
    if (!node.isConnected) continue;
    const walker = node.ownerDocument?.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    if (!walker) continue;
    // The root itself is never visited by nextNode().
    for (let at: Node | null = node.nodeType === Node.TEXT_NODE ? node : walker.nextNode(); at;) {
      yield at as Text;
      at = walker.nextNode();
    }
  }
}

/** Joins boxes that stand on one line: they overlap by half in height and follow each other within a word's space. */
export function mergeLines(rects: readonly Edges[]): Edges[] {
  const lines: Edges[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    if (last && onOneLine(last, rect)) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, rect.left),
        top: Math.min(last.top, rect.top),
        right: Math.max(last.right, rect.right),
        bottom: Math.max(last.bottom, rect.bottom),
      };
    } else {
      lines.push({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
    }
  }
  return lines;
}

function onOneLine(a: Edges, b: Edges): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const height = Math.min(a.bottom - a.top, b.bottom - b.top);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return overlap > height / 2 && gap < Math.max(a.bottom - a.top, b.bottom - b.top);
}

/** The line nearest to a height, or null when there is none. */
export function nearestLine(lines: readonly Edges[], x: number, y: number): Edges | null {
  let best: Edges | null = null;
  let bestDistance = Infinity;
  for (const line of lines) {
    const dx = Math.max(line.left - x, 0, x - line.right);
    const dy = Math.max(line.top - y, 0, y - line.bottom);
    if (dx + dy < bestDistance) {
      best = line;
      bestDistance = dx + dy;
    }
  }
  return best;
}

/** Whether a point is on one of the lines, give or take some px. */
export function onLines(lines: readonly Edges[], x: number, y: number, slackPx: number): boolean {
  return lines.some(
    (line) =>
      x >= line.left - slackPx &&
      x <= line.right + slackPx &&
      y >= line.top - slackPx &&
      y <= line.bottom + slackPx,
  );
}
