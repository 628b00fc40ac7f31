/** Whether brackets, quotes and formulas that open in a text also close in it, in their order. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closer = CLOSERS.get(character);
    if (closer !== undefined) open.push(closer);
    else if (CLOSING.has(character) && open.pop() !== character) return false;
  }
  return open.length === 0 && count(text, /\$/g) % 2 === 0 && count(text, /"/g) % 2 === 0 && areTexQuotesClosed(text);
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
]);
const CLOSING: ReadonlySet<string> = new Set(CLOSERS.values());

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;
const areTexQuotesClosed = (text: string): boolean => count(text, /``/g) <= count(text, /''/g);
