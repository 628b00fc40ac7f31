/** The tags of our elements on a page: the same on every page, whatever is known. */
export const MARKS_TAG = 'paperkin-marks';
export const CARD_TAG = 'paperkin-card';

/**
 * What our custom properties begin with on this page. They come into a closed root by inheritance, and `@property` is for all of
 * a document: of a name that it knows a page could make our text transparent and our boxes nothing.
 */
const OWN_PREFIX = `--${crypto.getRandomValues(new Uint32Array(2)).join('-')}-`;

/** The name on this page of a custom property that our style sheets call `--pk-…`. */
export const ownProperty = (name: `--pk-${string}`): string => name.replace('--pk-', OWN_PREFIX);

export interface ClosedHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * An empty element whose closed shadow root holds all that is ours. Null when the page has defined our tag as its own
 * custom element: then nothing can be shown that it could not read.
 */
export function createClosedHost(doc: Document, tag: string, css: string): ClosedHost | null {
  try {
    const element = doc.createElement(tag);
    // The class that the page gave the tag may ask for its `ElementInternals`, and these for the closed root. One that it gives
    // later may not: the root is older than the class.
    if (element.matches(':defined')) return null;
    const root = element.attachShadow({ mode: 'closed' });
    const style = doc.createElement('style');
    style.textContent = css.replaceAll('--pk-', OWN_PREFIX);
    root.append(style);
    return { element, root };
  } catch {
    return null;
  }
}

/** Takes away what an earlier copy of the content script left when the extension was reloaded. */
export function removeLeftOvers(doc: Document): void {
  for (const element of doc.querySelectorAll(`${MARKS_TAG}, ${CARD_TAG}`)) element.remove();
}
