import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';

/** The name of Chromium's key in the manifest; Firefox has one of its own for sidebars. */
const OPEN_PANEL = 'open-side-panel';

/** Chromium's interface for side panels, as far as we use it: `open` came with 116. */
interface SidePanel {
  readonly open?: (options: { readonly windowId: number }) => Promise<void>;
}

/** Firefox's, likewise. */
interface SidebarAction {
  readonly open: () => Promise<void>;
}

/** WXT's types have the one only as Chromium's latest has it, and the other not at all. */
const panels = () =>
  browser as unknown as { readonly sidePanel?: SidePanel; readonly sidebarAction?: SidebarAction };

/**
 * What opens the side panel of the window that a tab is in: to be called in the turn of a click, so what it needs to know is
 * found out before. Null where the browser opens none for us.
 */
export function panelOpener(
  tab: Promise<Browser.tabs.Tab | null>,
  onOpened: () => void,
): (() => void) | null {
  const { sidePanel: panel, sidebarAction: sidebar } = panels();
  if (sidebar) return () => void sidebar.open().then(onOpened, () => undefined);
  if (!panel?.open) return null;
  let windowId: number | null = null;
  void tab.then((found) => (windowId = found?.windowId ?? null));
  return () => {
    if (windowId !== null) void panel.open?.({ windowId }).then(onOpened, () => undefined);
  };
}

/** Serves Chromium's key for the side panel. To be called in the background's first turn. */
export function servePanelKey(report: (error: unknown) => void): void {
  if (import.meta.env.FIREFOX) return;
  browser.commands.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    // At once: the right that a key gives ends with its turn.
    if (command === OPEN_PANEL && tab)
      void panels().sidePanel?.open?.({ windowId: tab.windowId }).catch(report);
  });
}
