const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
]);
const CLOSING: ReadonlySet<string> = new Set(CLOSERS.values());
const MARKS = /[()[\]{}“”]/g;
/** "1) to see and 2) to sort": closes nothing. */
const LIST_NUMBER = /(?<=^|\s)(?:\d{1,2}|[ivx]{1,4}|[a-h])\)/gi;

/** Whether brackets, quotes and formulas that open in a text also close in it, in their order. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.replace(LIST_NUMBER, '').matchAll(MARKS)) {
    const closer = CLOSERS.get(mark);
    if (closer !== undefined) open.push(closer);
    else if (CLOSING.has(mark) && open.pop() !== mark) return false;
  }
  return open.length === 0 && isEven(text, '$') && isEven(text, '"') && areTexQuotesClosed(text);
}

const isEven = (text: string, mark: string): boolean => text.split(mark).length % 2 === 1;
const areTexQuotesClosed = (text: string): boolean => text.split('``').length <= text.split("''").length;
