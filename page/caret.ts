interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** The place in the text that is nearest to a point of the viewport; null where there is none. */
export function caretAt(doc: Document, x: number, y: number): Caret | null {
  // Chromium before 128 and Safari have only the older of the two.
  if (typeof doc.caretPositionFromPoint === 'function') {
    const position = doc.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = doc.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
