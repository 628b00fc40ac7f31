import { browser } from 'wxt/browser';

/** In `storage.local`: under which name this machine takes part. Whoever does not costs a waking this one look. */
const NAME = 'sync-device';
/** What is done in one go is exchanged in one go. */
const REST_MS = 3_000;
/** At most 360 exchanges an hour, each of two operations at most: Chromium allows 1,800. */
const PAUSE_MS = 10_000;

/** Keeps this machine's name, or that it takes no part any more. */
export const setSyncDevice = (device: string | null): Promise<void> =>
  device === null ? browser.storage.local.remove(NAME) : browser.storage.local.set({ [NAME]: device });

/**
 * Has the list exchanged soon after it was changed here or elsewhere, and at the browser's start. To be called in the background's
 * first turn. Returns what is to be called after a change of the list.
 */
export function keepSync(exchange: () => Promise<unknown>, report: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastAt = 0;
  const soon = () => {
    timer ??= setTimeout(
      () => {
        timer = null;
        lastAt = Date.now();
        void exchange().catch(report);
      },
      Math.max(REST_MS, lastAt + PAUSE_MS - Date.now()),
    );
  };
  const ifOn = (isWorth: (device: string) => boolean) => {
    const look = async () => {
      const device = (await browser.storage.local.get(NAME))[NAME];
      if (typeof device === 'string' && isWorth(device)) soon();
    };
    void look().catch(report);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'sync') return;
    ifOn((device) => Object.keys(changes).some((key) => !key.startsWith(`d:${device}:`)));
  });
  browser.runtime.onStartup.addListener(() => ifOn(() => true));
  return () => ifOn(() => true);
}
