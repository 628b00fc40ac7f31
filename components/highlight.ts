import type { Span } from '../core/summary/summary';

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** A text cut at its spans, in order and with nothing lost; spans may overlap, be unsorted or reach past the end. */
export function segments(text: string, spans: readonly Span[]): readonly Segment[] {
  const found: Segment[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), marked });
  };
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, at), text.length);
    const to = Math.min(Math.max(end, from), text.length);
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, text.length, false);
  return found;
}
