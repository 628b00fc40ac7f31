const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
/** What a walk over one title or abstract reads at most; the longest arXiv abstract is below 6,000 characters. */
const TEXT_MAX_CHARS = 20_000;
const WALK_MAX_NODES = 5_000;

const SILENT = new Set([
  'style',
  'noscript',
  'template',
  'svg',
  'textarea',
  'select',
  'button',
  'annotation',
]);
/** Elements that end a line: without a space between them two words would run together. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'td', 'th', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** What MathJax 2 draws beside the `script[type^="math/tex"]` that holds the source (2026-11). */
const MATHJAX2_OUTPUT = ['MathJax', 'MathJax_Display', 'MathJax_SVG', 'MathJax_CHTML', 'mjx-chtml'];
/** For screen readers only: says again, or more, than what is seen. */
const UNSEEN_CLASSES = ['MathJax_Preview', 'sr-only', 'visually-hidden', 'MJX_Assistive_MathML'];

/** Says of an element inside a text whether it is no part of it (a descriptor, a "Less" link). */
export type IsForeign = (element: Element) => boolean;

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return node.nodeType === TEXT_NODE;
}

/** One line: every run of white space becomes one space. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// `classList` and not a selector: in quirks mode `.MathJax` would also select arXiv's own class `mathjax`.
function hasClass(element: Element, names: readonly string[]): boolean {
  return element.classList.length > 0 && names.some((name) => element.classList.contains(name));
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/i.test(element.getAttribute('style') ?? '') ||
    hasClass(element, UNSEEN_CLASSES)
  );
}

const tex = (source: string | null | undefined): string | null => {
  const trimmed = source?.trim() ?? '';
  return trimmed === '' ? null : `$${trimmed}$`;
};

function texOfScript(script: Element | null): string | null {
  const isTex = script?.localName === 'script' && (script.getAttribute('type') ?? '').startsWith('math/tex');
  return isTex ? tex(script.textContent) : null;
}

/** The words of MathML, without the annotation that repeats them. */
function wordsOfMath(math: Element): string {
  const source = math.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  return tex(source) ?? tex(math.getAttribute('alttext')) ?? math.textContent ?? '';
}

/**
 * A formula as one piece of text, its TeX where the page still holds it: then a title reads the same before and after
 * it is typeset. Null for what is not a formula.
 */
function formula(element: Element): string | null {
  const name = element.localName;
  if (name === 'script') return texOfScript(element) ?? '';
  if (name === 'math') return wordsOfMath(element);
  if (name === 'mjx-container') {
    const source = element.querySelector('[data-latex]')?.getAttribute('data-latex');
    return tex(source) ?? element.querySelector('math')?.textContent ?? element.textContent ?? '';
  }
  if (hasClass(element, ['katex'])) {
    const math = element.querySelector('math');
    return math ? wordsOfMath(math) : null;
  }
  if (hasClass(element, MATHJAX2_OUTPUT)) {
    if (texOfScript(element.nextElementSibling) !== null) return '';
    return element.querySelector('math')?.textContent ?? element.textContent ?? '';
  }
  return null;
}

type Piece = { readonly kind: 'enter' | 'skip' } | { readonly kind: 'text'; readonly text: string };

function pieceOf(element: Element, isForeign: IsForeign | undefined): Piece {
  if (SILENT.has(element.localName) || isHidden(element) || isForeign?.(element) === true) {
    return { kind: 'skip' };
  }
  const text = formula(element);
  return text === null ? { kind: 'enter' } : { kind: 'text', text };
}

/**
 * The text a reader sees in an element, on one line: no scripts, no hidden copies, each formula once. The element itself
 * may be hidden (arXiv's search keeps the full abstract so). Stops after `maxChars` characters.
 */
export function textOf(root: Node | null, isForeign?: IsForeign, maxChars = TEXT_MAX_CHARS): string {
  if (root === null) return '';
  const own = isText(root) ? root.data : isElement(root) ? formula(root) : null;
  if (own !== null) return fold(own.slice(0, maxChars));
  // Most titles and all names of authors: a walk would cost several times as much.
  if (isElement(root) && root.firstElementChild === null)
    return fold((root.textContent ?? '').slice(0, maxChars));
  let text = '';
  let nodes = 0;
  // The walker's own step, since a form with an input named "firstChild" would send a hand-written walk in circles.
  const walker = walkerOver(root, (element) => {
    const piece = pieceOf(element, isForeign);
    if (piece.kind === 'text') text += piece.text;
    return piece.kind === 'enter';
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isText(node)) text += node.data.slice(0, maxChars);
    else if (isElement(node) && BREAKS.has(node.localName)) text += ' ';
    if (text.length >= maxChars || ++nodes >= WALK_MAX_NODES) break;
  }
  return fold(text.slice(0, maxChars));
}

/** A walk over the texts and elements below a node, in page order; `enter` says whether an element is walked. */
export function walkerOver(root: Node, enter: (element: Element) => boolean): TreeWalker {
  const SHOW_ELEMENT_AND_TEXT = 0x1 | 0x4;
  const ACCEPT = 1;
  const REJECT = 2;
  const doc = root.ownerDocument ?? (root as Document);
  return doc.createTreeWalker(root, SHOW_ELEMENT_AND_TEXT, (node) =>
    !isElement(node) || enter(node) ? ACCEPT : REJECT,
  );
}

/**
 * The nodes that show a title: the element itself, or, where it also holds something else (the descriptor "Title:", an
 * icon), those of its child nodes that are the title.
 */
export function titleNodes(element: Element, isForeign?: IsForeign): readonly Node[] {
  const children = [...element.childNodes];
  const isPart = (node: Node): boolean =>
    isElement(node) ? pieceOf(node, isForeign).kind !== 'skip' && !isForeign?.(node) : isText(node);
  const hasOther = children.some((node) => isElement(node) && !isPart(node));
  if (!hasOther) return [element];
  return children.filter((node) => isPart(node) && (node.textContent ?? '').trim() !== '');
}
