import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { panelOpener, servePanelKey } from './open-panel';

type OnCommand = (command: string, tab?: { windowId: number }) => void;
const world = vi.hoisted(() => ({
  sidePanel: undefined as { open?: (options: object) => Promise<void> } | undefined,
  sidebarAction: undefined as { open: () => Promise<void> } | undefined,
  commands: { onCommand: { addListener: (_listener: OnCommand) => {} } },
}));
vi.mock('wxt/browser', () => ({ browser: world }));

const tab = Promise.resolve({ windowId: 4 } as Browser.tabs.Tab);
beforeEach(() => {
  world.sidePanel = undefined;
  world.sidebarAction = undefined;
});

describe('the way to the panel', () => {
  it('opens that of the window in the turn of the click, and says when it is open', async () => {
    const open = vi.fn<(options?: object) => Promise<void>>(() => Promise.resolve());
    const onOpened = vi.fn<() => void>();
    world.sidePanel = { open };
    const opener = panelOpener(tab, onOpened);
    await tab;
    opener?.();
    expect(open).toHaveBeenCalledWith({ windowId: 4 });
    expect(onOpened).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
  });

  it('opens Firefox’s sidebar', () => {
    const open = vi.fn<(options?: object) => Promise<void>>(() => Promise.resolve());
    world.sidebarAction = { open };
    panelOpener(tab, () => {})?.();
    expect(open).toHaveBeenCalledOnce();
  });

  it('is none where the browser opens none for us', () => {
    expect(panelOpener(tab, () => {})).toBeNull();
    world.sidePanel = {};
    expect(panelOpener(tab, () => {})).toBeNull();
  });

  it('leaves all as it is where the browser refuses', async () => {
    const onOpened = vi.fn<() => void>();
    world.sidePanel = { open: () => Promise.reject(new Error('no gesture')) };
    const opener = panelOpener(tab, onOpened);
    await tab;
    opener?.();
    await new Promise((done) => setTimeout(done));
    expect(onOpened).not.toHaveBeenCalled();
  });
});

const pressing: OnCommand[] = [];

it('the key opens it at once, and is the only one that does', () => {
  const open = vi.fn<(options?: object) => Promise<void>>(() => Promise.resolve());
  world.sidePanel = { open };
  world.commands.onCommand.addListener = (listener) => void pressing.push(listener);
  servePanelKey(() => {});
  const press: OnCommand = (...pressed) => pressing.forEach((listener) => listener(...pressed));
  press('save-page', { windowId: 4 });
  press('open-side-panel');
  expect(open).not.toHaveBeenCalled();
  press('open-side-panel', { windowId: 4 });
  expect(open).toHaveBeenCalledWith({ windowId: 4 });
});
