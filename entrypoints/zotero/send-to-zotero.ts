import { browser } from 'wxt/browser';
import type { Sent, SendToZotero } from '../../components/zotero/zotero-button';
import { asOneRecord } from '../../core/list-formats/listed-paper';
import { risOf } from '../../core/list-formats/write-ris';

/** Where Zotero listens on the reader's own computer; patterns have no ports. */
const ZOTERO = 'http://127.0.0.1:23119';
const ORIGINS = ['http://127.0.0.1/*'];
/** Without this header Zotero closes the connection on whatever a browser sends. */
const HEADERS = {
  'X-Zotero-Connector-API-Version': '3',
  'Content-Type': 'application/x-research-info-systems',
};
/** It reads thousands of records at once, but looks each up in its library. */
const PATIENCE_MS = 60_000;

/**
 * Asks for the right to reach this computer, sends, and gives the right back: what is given for good are sites to be read (decision
 * 0012), and this is none.
 */
export const sendToZotero: SendToZotero = async (entries) => {
  // Both in the turn of the click, in this order: Firefox asks nothing of the reader after an `await`.
  const before = browser.permissions.contains({ origins: ORIGINS }).catch(() => false);
  const asking = browser.permissions.request({ origins: ORIGINS }).catch(() => false);
  const hadBefore = await before;
  if (!(await asking)) return { kind: 'refused' };
  try {
    return await send(risOf(entries.map(asOneRecord)));
  } finally {
    if (!hadBefore) await browser.permissions.remove({ origins: ORIGINS }).catch(() => false);
  }
};

/** Zotero reads the text with its own importers into the collection that is selected there. */
async function send(text: string): Promise<Sent> {
  const session = crypto.randomUUID();
  const request = {
    method: 'POST',
    headers: HEADERS,
    body: text,
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE_MS),
  } as const;
  try {
    const answer = await fetch(`${ZOTERO}/connector/import?session=${session}`, request);
    if (answer.status === 201) return { kind: 'sent', count: countOf(await answer.json().catch(() => null)) };
    const words = await answer.text().catch(() => '');
    if (/"libraryEditable"\s*:\s*false/.test(words)) return { kind: 'read-only' };
    return { kind: 'failed', status: answer.status };
  } catch {
    // Nobody listens there, or what does hangs up.
    return { kind: 'not-running' };
  }
}

const countOf = (items: unknown): number => (Array.isArray(items) ? items.length : 0);
