import { isEnvelope } from '../../messaging/envelope';
import type { TabCallName } from '../../messaging/protocol';

const LIST_CHANGED: TabCallName = 'tab/list-changed';
/** A page that fills itself row by row is read anew once, after it. */
const SETTLE_MS = 300;

/** Whether a message of the background says that the list or a corpus may be another one. */
export const saysListChanged = (message: unknown): boolean =>
  isEnvelope(message, 'tabCall') && message.tabCall === LIST_CHANGED;

/** Calls of one short while as one, at its end. */
export function settled(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(run, SETTLE_MS);
  };
}
