import { browser } from 'wxt/browser';
import cardCss from '../../components/card.css?inline';
import type { Translate } from '../../components/messages';
import { call } from '../../messaging/client';
import { serveTab } from '../../messaging/tab-server';
import hostCss from '../../page/card/card-host.css?inline';
import { isReadWhole, readPage } from '../../page/readers';
import * as kit from '../../page/readers/kit';
import type { Reader } from '../../page/readers/reader';
import type { PageWorld } from '../../page/readers/register';
import { Session } from '../../page/session/session';

/** Heard by the copy that an extension reloaded or updated left behind in a world it no longer shares with us. */
const STARTED = 'paperkin:started';

const translate: Translate = (key, ...substitutions) => {
  // WXT 0.21.0 types the keys of `public/_locales` only, not those that its i18n module brings.
  const messages: { getMessage(key: string, substitutions: string[]): string } = browser.i18n;
  return messages.getMessage(key, [...substitutions]) || key;
};

/** Whether the extension was reloaded, updated or removed while this page stayed open. */
const isStale = (): boolean => browser.runtime?.id === undefined;

/**
 * Starts the core script: `document_start` on the sites of the manifest and those that the reader gave, "Look here" elsewhere.
 * Several of these may come together (a site is given while its page is in front): the first stands.
 */
function start(): void {
  const world = globalThis as PageWorld;
  if (world.paperkin?.isAtWork()) return;
  world.paperkin?.stop();
  const readers: Reader[] = [];
  const session = new Session({
    win: window,
    call,
    translate,
    // The site's script has added its readers by the first scan: that is a task of its own, later than both scripts.
    readPage: (url, doc) => readPage(url, doc, readers),
    hasText: (url, doc) => !isReadWhole(url, doc, readers),
    cardCss: `${cardCss}\n${hostCss}`,
    isStale,
  });
  const stopServing = serveTab({
    'tab/papers': () => session.papers(),
    'tab/list-changed': async () => {
      await session.listChanged();
      return null;
    },
  });
  const stop = () => {
    document.removeEventListener(STARTED, stopIfStale);
    stopServing();
    session.destroy();
  };
  // The page may send such an event, too, hence the question.
  const stopIfStale = () => isStale() && stop();
  document.dispatchEvent(new Event(STARTED));
  document.addEventListener(STARTED, stopIfStale);
  world.paperkin = { kit, readers, stop, isAtWork: () => session.isAtWork && !isStale() };
}

start();
