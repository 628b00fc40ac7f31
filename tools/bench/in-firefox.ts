import { findBrowser } from '../browsers/find';
import { launchFirefox, type FirefoxSession } from '../browsers/firefox';
import { waitFor } from '../browsers/card-view';
import type { BenchBrowser, BenchTab, Usage } from './bench-browser';

const PREFERENCES = {
  // Without these two Firefox throws away what a temporary add-on stored when the browser ends.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Its clock else tells whole milliseconds.
  'privacy.reduceTimerPrecision': false,
  // An import must not be interrupted by the event page's end, nor a question answered by one that is just waking.
  'extensions.background.idle.timeout': 600_000,
};

/** Firefox with the extension of a folder. */
export async function openFirefox(extension: string, profile: string): Promise<BenchBrowser> {
  const browser = findBrowser('firefox');
  if (!browser) throw new Error('no Firefox was found; FIREFOX_PATH may name one');
  const session = await launchFirefox(browser, {
    extension,
    headless: true,
    viewport: { width: 1_000, height: 800, scale: 1 },
    profile,
    preferences: PREFERENCES,
  });
  return {
    name: 'Firefox',
    version: session.version.replace('/', ' ').replace(/^firefox/i, 'Firefox'),
    open: (path) => openTab(session, path),
    stopBackground: () => stopBackground(session),
    usage: () => usageOf(session),
    backgroundHeap: async () => null,
    close: session.close,
  };
}

async function openTab(session: FirefoxSession, path: string): Promise<BenchTab> {
  const tab = await session.openTab();
  await tab.goto(`${session.extensionOrigin}${path}`);
  return {
    evaluate: tab.evaluate,
    chooseFile: (file) => tab.chooseFile('input[type=file]', file),
    close: tab.close,
  };
}

const EXTENSION = (addonId: string) => `(() => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  return ExtensionParent.GlobalManager.getExtension('${addonId}');
})()`;

async function stopBackground({ askBrowser, addonId }: FirefoxSession): Promise<void> {
  const extension = EXTENSION(addonId);
  await askBrowser(`${extension}.terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)`);
  const isStopped = async () => (await askBrowser(`${extension}.backgroundState`)) === 'stopped';
  await waitFor('a stopped event page', isStopped, 10_000);
}

interface ProcessInfo {
  readonly memory: number;
  /** Nanoseconds. */
  readonly cpuTime: number;
}

/** Firefox tells what `about:processes` shows; its extensions have a process of their own. */
async function usageOf({ askBrowser }: FirefoxSession): Promise<Usage | null> {
  const json =
    await askBrowser(`ChromeUtils.requestProcInfo().then(({ memory, cpuTime, children }) => JSON.stringify({
    browser: { memory, cpuTime },
    extension: children.filter(({ type }) => type === 'extension')
      .map(({ memory, cpuTime }) => ({ memory, cpuTime })),
  }))`);
  const { browser, extension } = JSON.parse(String(json)) as {
    readonly browser: ProcessInfo;
    readonly extension: readonly ProcessInfo[];
  };
  return {
    extensionBytes: Math.max(0, ...extension.map(({ memory }) => memory)),
    extensionOwnBytes: Math.max(0, ...extension.map(({ memory }) => memory)),
    browserBytes: browser.memory,
    extensionSeconds: extension.reduce((seconds, { cpuTime }) => seconds + cpuTime / 1e9, 0),
  };
}
