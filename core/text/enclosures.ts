/** A pair further apart than this is taken for two stray marks: an unclosed bracket must not swallow the text. */
const ENCLOSED_MAX = 400;

const CLOSER_OF: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '「': '」',
  '『': '』',
  '（': '）',
};
const CLOSERS = new Set(Object.values(CLOSER_OF));
const MARKS = /[()[\]{}“”「」『』（）"$'`]/g;

interface Open {
  readonly mark: string;
  readonly at: number;
}

/**
 * Tells for each offset of a text whether it lies inside brackets, quotation marks (typographic, straight, TeX's
 * two grave accents) or a formula between dollar signs. One pass; unmatched marks count for nothing.
 */
export function enclosedRanges(text: string): (at: number) => boolean {
  // Prefix sums of +1 at an opening and -1 at its closing mark: depth at an offset in constant time.
  const depth = new Int32Array(text.length + 2);
  const open: Open[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const closes = closingOf(text, at, mark);
    const pair = closes === null ? -1 : open.findLastIndex((one) => one.mark === closes);
    const from = open[pair]?.at ?? null;
    if (from !== null && at - from <= ENCLOSED_MAX) {
      depth[from + 1] = (depth[from + 1] ?? 0) + 1;
      depth[at + 1] = (depth[at + 1] ?? 0) - 1;
      open.length = pair;
    } else if (opens(text, at, mark)) {
      open.push({ mark: closerFor(mark), at });
      // Twelve open marks are more than any prose has; keeping the last twelve bounds the search above.
      if (open.length > 12) open.shift();
    }
  }
  for (let at = 1; at < depth.length; at++) depth[at] = (depth[at] ?? 0) + (depth[at - 1] ?? 0);
  return (at) => (depth[at] ?? 0) > 0;
}

const closerFor = (mark: string): string => CLOSER_OF[mark] ?? (mark === '`' ? "''" : mark);

/** What this mark would close, or null when it closes nothing. */
function closingOf(text: string, at: number, mark: string): string | null {
  if (CLOSERS.has(mark)) return mark;
  const spaceBefore = isSpace(text[at - 1]);
  if (mark === '"') return spaceBefore || isWordy(text[at + 1]) ? null : '"';
  // Pandoc's rule for dollars: no space inside, no digit after ("between $5 and $10" is no formula).
  if (mark === '$') return spaceBefore || text[at - 1] === '\\' || /\d/.test(text[at + 1] ?? '') ? null : '$';
  return mark === "'" && text[at + 1] === "'" ? "''" : null;
}

function opens(text: string, at: number, mark: string): boolean {
  if (mark in CLOSER_OF) return true;
  if (mark === '"') return !isSpace(text[at + 1]) && !isWordy(text[at - 1]);
  if (mark === '$') return text[at - 1] !== '\\' && !isSpace(text[at + 1]);
  return mark === '`' && text[at + 1] === '`';
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWordy = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
