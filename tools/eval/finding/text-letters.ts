/** The letters and digits of a page's text in small letters, and the text node and place that each comes from. */
export interface TextLetters {
  readonly text: string;
  readonly folded: string;
  readonly nodes: readonly Text[];
  readonly nodeAt: readonly number[];
  readonly offsetAt: readonly number[];
}

/** Runs in the page, so it uses nothing from outside and names no function: esbuild would call a helper of its own. */
export function textLetters(): TextLetters {
  const nodes: Text[] = [];
  const nodeAt: number[] = [];
  const offsetAt: number[] = [];
  let [text, folded] = ['', ''];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data, parentElement } = node as Text;
    if (!parentElement || /^(?:script|style|noscript|template)$/.test(parentElement.localName)) continue;
    text += `${data}\n`;
    let offset = 0;
    for (const character of data) {
      const letters = character
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
      for (let count = letters.length; count > 0; count--) {
        nodeAt.push(nodes.length);
        offsetAt.push(offset);
      }
      folded += letters;
      offset += character.length;
    }
    nodes.push(node as Text);
  }
  return { text, folded, nodes, nodeAt, offsetAt };
}
