import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import tokensCss from '../../assets/tokens.css?inline';
import cardCss from '../../components/card.css?inline';
import type { Translate } from '../../components/messages';
import { call } from '../../messaging/client';
import { serveTab } from '../../messaging/tab-server';
import hostCss from '../../page/card/card-host.css?inline';
import { ALL_MATCHES } from '../../page/readers/match-patterns';
import { readPage } from '../../page/readers';
import { Session } from '../../page/session/session';

/** The demonstration server of `npm start`; in no build that is handed out. */
const DEMO_MATCHES = import.meta.env.MODE === 'demo' ? ['http://127.0.0.1/*'] : [];

const translate: Translate = (key, ...substitutions) =>
  browser.i18n.getMessage(key, [...substitutions]) || key;

export default defineContentScript({
  matches: [...ALL_MATCHES, ...DEMO_MATCHES],
  // Before the page's first script, so that our listeners come before its own (decision 0002).
  runAt: 'document_start',
  // Without it WXT tells a newer copy from an older one by a message that every script of the page receives, too.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const session = new Session({
      win: window,
      call,
      translate,
      readPage,
      cardCss: `${tokensCss}\n${cardCss}\n${hostCss}`,
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
