import { SaxesParser } from 'saxes';

/** An element with all that is in it. Names keep their prefix, which the exports that we read never change. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Deeper than any export; what walks the tree calls itself. */
const DEPTH_MAX = 100;

/** The element that a piece of XML is, or null where it is broken. Names of HTML's entities are no error. */
export function xmlElement(xml: string): XmlElement | null {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  const parser = new SaxesParser({ fragment: true, position: false });
  const text = (content: string) => open.at(-1)?.children.push(content);
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name, attributes: new Map(Object.entries(attributes)), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > DEPTH_MAX) throw new BrokenXml();
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', ({ message }) => {
    if (!/entity/.test(message)) throw new BrokenXml();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof BrokenXml) return null;
    throw error;
  }
  return root.children.find((child) => typeof child !== 'string') ?? null;
}

/** Ends the reading: the parser would say of every character behind it that it is out of place. */
class BrokenXml extends Error {}

/** The first child of that name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

/** The children of that name, in order. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return elementsIn(element).filter((child) => child.name === name);
}

/** The children that are elements. */
export function elementsIn(element: XmlElement | null): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** All text in an element, formulas of TeX between dollar signs; null where there is none. */
export function textIn(element: XmlElement | null): string | null {
  const text = element === null ? '' : allText(element);
  return text.trim() === '' ? null : text.trim();
}

function allText({ name, children }: XmlElement): string {
  const text = children.map((child) => (typeof child === 'string' ? child : allText(child))).join('');
  return name === 'tex-math' ? `$${text}$` : text;
}
