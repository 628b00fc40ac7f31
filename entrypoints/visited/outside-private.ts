import type { Browser } from 'wxt/browser';

/**
 * Answers a call of pages, but drops what comes from a private window: nothing of it may be kept. It is decided here and not in the
 * page, where a difference could be observed.
 */
export const outsidePrivate =
  <P>(answer: (params: P) => Promise<null>) =>
  async (params: P, { tab }: Pick<Browser.runtime.MessageSender, 'tab'>): Promise<null> =>
    tab?.incognito ? null : answer(params);
