import { browser } from 'wxt/browser';
import cardCss from '../../components/card.css?inline';
import type { Translate } from '../../components/messages';
import { call } from '../../messaging/client';
import { serveTab } from '../../messaging/tab-server';
import hostCss from '../../page/card/card-host.css?inline';
import type { RenderCard } from '../../page/card/card-view';
import { isReadWhole, readPage } from '../../page/readers';
import * as kit from '../../page/readers/kit';
import type { Reader } from '../../page/readers/reader';
import type { PageWorld } from '../../page/readers/register';
import { Session } from '../../page/session/session';
import { concernsSettings, readSettings, setSiteOff } from '../../store/settings';

/** Heard by the copy that an extension reloaded or updated left behind in a world it no longer shares with us. */
const STARTED = 'paperkin:started';

const translate: Translate = (key, ...substitutions) => {
  // WXT 0.21.0 types the keys of `public/_locales` only, not those that its i18n module brings.
  const messages: { getMessage(key: string, substitutions: string[]): string } = browser.i18n;
  return messages.getMessage(key, [...substitutions]) || key;
};

/** Whether the extension was reloaded, updated or removed while this page stayed open. */
const isStale = (): boolean => browser.runtime?.id === undefined;

/** A script of its own, which the background has to start: a page could see one that is fetched. */
async function loadCardView(): Promise<RenderCard | null> {
  const register = (globalThis as PageWorld).paperkin;
  if (register && !register.renderCard) await call('page/load-card-view', {});
  return register?.renderCard ?? null;
}

/** Whether this is the page itself, or a frame of its own origin; what others show within it is not the page. */
function isOfPage(): boolean {
  try {
    return window.top?.document !== undefined;
  } catch {
    return false;
  }
}

function newSession(readers: readonly Reader[]): Session {
  return new Session({
    win: window,
    call,
    translate,
    // The site's script has added its readers by the first scan: that waits for the settings, a task later than both scripts.
    readPage: (url, doc) => readPage(url, doc, readers),
    hasText: (url, doc) => !isReadWhole(url, doc, readers),
    css: `${cardCss}\n${hostCss}`,
    loadView: loadCardView,
    isStale,
    // What is refused leaves all as it was.
    onSiteOff: () => setSiteOff(browser.storage.local, location.hostname, true).catch(() => {}),
  });
}

/** Has a session on the page while its site is not off, and keeps it to the settings. `settle` reads them anew. */
function followSettings(readers: readonly Reader[]) {
  // At once, before the page's first script: a site that is off loses it again as soon as that is known.
  let session: Session | null = newSession(readers);
  let isStopped = false;
  const settle = async () => {
    const { isOff, ...settings } = await readSettings(browser.storage.local, location.hostname);
    if (isStopped) return;
    if (isOff) {
      session?.destroy();
      session = null;
    } else {
      session ??= newSession(readers);
      session.apply(settings);
    }
  };
  // Not unlistened: the browser forgets the listeners of a copy that is gone, and refuses to be asked about them.
  browser.storage.onChanged.addListener((changes) => {
    if (concernsSettings(changes)) void settle();
  });
  void settle();
  const stop = () => {
    isStopped = true;
    session?.destroy();
  };
  return { current: () => session, settle, stop };
}

/**
 * Starts the core script: `document_start` on the sites of the manifest and those that the reader gave, "Look here" elsewhere.
 * Several of these may come together (a site is given while its page is in front): the first stands.
 */
function start(): void {
  const world = globalThis as PageWorld;
  if (world.paperkin?.isAtWork()) return;
  world.paperkin?.stop();
  const readers: Reader[] = [];
  const sessions = followSettings(readers);
  const stopServing = serveTab({
    'tab/papers': async () => {
      // The popup asks right after it has turned a site on.
      await sessions.settle();
      return sessions.current()?.papers() ?? [];
    },
    'tab/list-changed': async () => {
      await sessions.current()?.listChanged();
      return null;
    },
  });
  const stop = () => {
    document.removeEventListener(STARTED, stopIfStale);
    stopServing();
    sessions.stop();
  };
  // The page may send such an event, too, hence the question.
  const stopIfStale = () => isStale() && stop();
  document.dispatchEvent(new Event(STARTED));
  document.addEventListener(STARTED, stopIfStale);
  world.paperkin = {
    kit,
    readers,
    stop,
    isAtWork: () => sessions.current()?.isAtWork === true && !isStale(),
  };
}

// The site's script adds its readers in any case.
if (isOfPage()) start();
else (globalThis as PageWorld).paperkin ??= { kit, readers: [], stop: () => {}, isAtWork: () => false };
