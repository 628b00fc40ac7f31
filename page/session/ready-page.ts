import type { Call } from '../call';

/** Whether a document is a page that may name papers, with a body to look through. */
export function isHtmlPage(doc: Document): boolean {
  const isHtml = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(doc.contentType);
  return isHtml && doc.documentElement instanceof HTMLElement && doc.body?.localName === 'body';
}

/**
 * Resolves when a page is parsed and has come before the reader: one that the browser makes ready in case a link is followed
 * may never be seen, and what is known may change before it is.
 */
export async function whenReady(doc: Document): Promise<void> {
  if (doc.readyState === 'loading') await eventOf(doc, 'DOMContentLoaded');
  if ((doc as { prerendering?: boolean }).prerendering) await eventOf(doc, 'prerenderingchange');
}

/** Resolves with the next event of a type. */
export function eventOf(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/** Has the background start, open its database and read the list while a page is still parsed: it will be asked of most pages. */
export function wakeBackground(call: Call, doc: Document): void {
  const isBeingParsed = doc.readyState === 'loading' && !(doc as { prerendering?: boolean }).prerendering;
  if (isBeingParsed) void call('page/resolve', { page: null, mentions: [] });
}
