/** Whether a document is one of text that people read; images, PDFs and raw data are not. */
export function isHtmlPage(doc: Document): boolean {
  const isHtml = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(doc.contentType);
  return isHtml && doc.documentElement instanceof HTMLElement && doc.body?.localName === 'body';
}

/** Once all of the document is there, or the signal says that nobody waits any more. */
export function whenParsed(doc: Document, signal: AbortSignal): Promise<void> {
  if (doc.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    doc.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
    // Whoever waits for the first scan must not wait for ever.
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
