// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import type { Entry } from '../scan/registry';
import { mentionOf } from '../testing';
import { inView } from './in-view';

const LINE_PX = 20;
afterEach(() => vi.unstubAllGlobals());

/** One text of `count` lines, each a title of ten characters; a range is as high in the page as its line. */
function titles(count: number): Entry[] {
  const node = document.createTextNode('0123456789'.repeat(count));
  document.body.replaceChildren(node);
  Range.prototype.getClientRects = function (this: Range) {
    measured += 1;
    const top = (this.startOffset / 10) * LINE_PX;
    const box = { left: 0, top, right: 90, bottom: top + LINE_PX, width: 90, height: LINE_PX };
    return [box] as unknown as DOMRectList;
  };
  return Array.from({ length: count }, (_, line) => ({
    mention: mentionOf(String(line)),
    target: [node],
    from: 10 * line,
    to: 10 * line + 10,
    resolution: null,
  }));
}
let measured = 0;

it('takes those in view, and measures few to find them', () => {
  const all = titles(1_000);
  measured = 0;
  expect(inView(all, 2_000, 2_400).map(({ mention }) => mention.title)).toEqual(
    Array.from({ length: 20 }, (_, line) => String(99 + line)),
  );
  expect(measured).toBeLessThan(30);
});

it('leaves few, and what readers of sites found, to be measured', () => {
  const few = titles(10);
  expect(inView(few, 2_000, 2_400)).toBe(few);
  const elements = titles(100).map(({ from: _from, ...entry }) => entry);
  expect(inView(elements, 2_000, 2_400)).toBe(elements);
});
