import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import cardCss from '../../components/card.css?inline';
import type { Translate } from '../../components/messages';
import { call } from '../../messaging/client';
import { serveTab } from '../../messaging/tab-server';
import hostCss from '../../page/card/card-host.css?inline';
import { isReadWhole, readPage } from '../../page/readers';
import { ALL_MATCHES } from '../../page/readers/match-patterns';
import { Session } from '../../page/session/session';
import { hideStartMessage } from './start-message';

/** The demonstration server of `npm start`; in no build that is handed out. */
const DEMO_MATCHES = import.meta.env.MODE === 'demo' ? ['http://127.0.0.1/*'] : [];

const translate: Translate = (key, ...substitutions) => {
  // WXT 0.21.0 types the keys of `public/_locales` only, not those that its i18n module brings.
  const messages: { getMessage(key: string, substitutions: string[]): string } = browser.i18n;
  return messages.getMessage(key, [...substitutions]) || key;
};

export default defineContentScript({
  matches: [...ALL_MATCHES, ...DEMO_MATCHES],
  // Before the page's first script, so that our listeners come before its own (decision 0002).
  runAt: 'document_start',
  main(ctx) {
    hideStartMessage(window, ctx.signal);
    const session = new Session({
      win: window,
      call,
      translate,
      readPage,
      hasText: (url, doc) => !isReadWhole(url, doc),
      cardCss: `${cardCss}\n${hostCss}`,
      isStale: () => ctx.isInvalid,
    });
    const stopServing = serveTab({
      'tab/papers': () => session.papers(),
      'tab/list-changed': async () => {
        await session.listChanged();
        return null;
      },
    });
    ctx.onInvalidated(() => {
      stopServing();
      session.destroy();
    });
  },
});
