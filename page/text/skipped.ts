const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const SILENT = words(
  'annotation annotation-xml audio button canvas datalist iframe input math-field meter noscript object option progress script select style svg template textarea title video',
);
const CODE = words('code kbd samp');
/** Says again, for screen readers or until the formula is drawn, what is seen. */
const REPEATED = words('MathJax_Preview sr-only visually-hidden katex-mathml');
const CODE_CLASS =
  /(?:^|[\s_-])(?:code|highlight|hljs|language|lang|prettyprint|sourcecode|src|brush|syntax)(?:$|[\s_-])/i;
/** A bibliography is no code, though it is shown as such. */
const BIBLIOGRAPHY = /^\s*(?:%[^\n]{0,200}\n\s*){0,5}@[a-z]{3,20}\s?[{(]/i;
const BIBLIOGRAPHY_CHARS = 1_500;

/** What the text around a skipped element makes of it. */
export type Skip = 'silently' | 'as-wall' | null;

/** Whether an element's text is no text to read: hidden, a control, something to be edited, code; null when it is one. */
export function skipOf(element: Element): Skip {
  const name = element.localName;
  if (SILENT.has(name) || isHidden(element) || isEdited(element)) return 'silently';
  if (name === 'pre') return isCode(element) ? 'as-wall' : null;
  return CODE.has(name) && element.parentElement?.localName !== 'pre' ? 'as-wall' : null;
}

function isHidden(element: Element): boolean {
  if (element.attributes.length === 0) return false;
  // KaTeX hides from screen readers what it draws, and draws nothing of what it gives them.
  const isUnsaid = element.getAttribute('aria-hidden') === 'true' && element.className !== 'katex-html';
  if (isUnsaid || element.hasAttribute('hidden')) return true;
  if (/display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true;
  for (const name of element.classList) if (REPEATED.has(name)) return true;
  return false;
}

function isEdited(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || element.getAttribute('role') === 'textbox';
}

/** Preformatted text is code where it says so; else it is a letter, a list, a whole text file. */
function isCode(pre: Element): boolean {
  const saysCode =
    CODE_CLASS.test(`${pre.className} ${pre.parentElement?.className ?? ''}`) ||
    pre.querySelector('code') !== null;
  return saysCode && !BIBLIOGRAPHY.test((pre.textContent ?? '').slice(0, BIBLIOGRAPHY_CHARS));
}
