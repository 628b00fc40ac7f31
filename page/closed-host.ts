/** The tags of our elements on a page: the same on every page, whatever is known. */
export const MARKS_TAG = 'paperkin-marks';
export const CARD_TAG = 'paperkin-card';

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
    style.textContent = css;
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
