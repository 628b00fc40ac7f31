/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node inside a closed shadow root, as the debugging protocol sees it. */
export interface ShadowNode {
  /** Local name in lower case; `#text` for text. */
  readonly name: string;
  /** The data of a text node; empty for elements. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ShadowNode[];
  /** How the protocol names the node; good until the node goes. */
  readonly ref: string;
}

/** One closed shadow root of ours on a page, and the element it hangs on. */
export interface ClosedRoot {
  readonly hostRef: string;
  /** The host's local name. */
  readonly hostName: string;
  readonly children: readonly ShadowNode[];
}

/**
 * Looks into the closed shadow roots of one page. Neither the page nor a test's script can: the protocol's own view of the
 * document does, in Chromium (CDP) and in Firefox (WebDriver BiDi) alike.
 */
export interface ShadowReader {
  readonly roots: () => Promise<readonly ClosedRoot[]>;
  /** Where a node is drawn, or null when it is not. */
  readonly box: (ref: string) => Promise<Box | null>;
  /**
   * Calls a function expression in the page, with the nodes as arguments, and returns its string. Runs beside the page's
   * scripts, not in their world, where the browser can.
   */
  readonly callOn: (functionSource: string, refs: readonly string[]) => Promise<string>;
}

/** All nodes below, in document order. */
export function* descendants(nodes: readonly ShadowNode[]): Generator<ShadowNode> {
  for (const node of nodes) {
    yield node;
    yield* descendants(node.children);
  }
}

const UNSEEN = new Set(['style', 'script', 'template']);
const INLINE = new Set([
  '#text',
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'em',
  'i',
  'kbd',
  'mark',
  'small',
  'span',
  'strong',
]);

function write(node: ShadowNode, index: number, siblings: readonly ShadowNode[]): string {
  if (UNSEEN.has(node.name)) return '';
  if (node.name === '#text') return node.text.replace(/\s+/g, ' ');
  const inner = node.children.map(write).join('');
  if (!INLINE.has(node.name)) return `\n${inner}\n`;
  const touches = index > 0 && siblings[index - 1]?.name !== '#text' && !/^[,.;:)]/.test(inner);
  return touches || node.name === 'kbd' ? ` ${inner}` : inner;
}

/**
 * The text of nodes in lines: block elements and buttons start a new one, elements that touch get a space between. Not a
 * layout, but close to what is read.
 */
export function textOf(nodes: readonly ShadowNode[]): string {
  const lines = nodes.map(write).join('').split('\n');
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
