import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import { FollowedTab } from './followed-tab';
import { watchBackground } from './watch-background';

type Listener = (...args: unknown[]) => unknown;
const world = vi.hoisted(() => {
  const heard = () => {
    const listeners: Listener[] = [];
    return {
      addListener: (listener: Listener) => void listeners.push(listener),
      removeListener: () => {},
      tell: (...args: unknown[]) => listeners.map((listener) => listener(...args)),
      clear: () => void listeners.splice(0),
    };
  };
  return {
    onMessage: heard(),
    onChanged: heard(),
    onActivated: heard(),
    onUpdated: heard(),
    own: undefined as { id: number } | undefined,
    active: { id: 7, windowId: 1 } as { id: number; windowId: number } | undefined,
  };
});
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { onMessage: world.onMessage },
    storage: { onChanged: world.onChanged },
    tabs: {
      onActivated: world.onActivated,
      onUpdated: world.onUpdated,
      getCurrent: async () => world.own,
      query: async () => (world.active ? [world.active] : []),
      get: async (id: number) => {
        if (id === 404) throw new Error('no tab');
        return { id, windowId: 1, url: `https://tab-${id}.example/` };
      },
    },
  },
}));
vi.mock('../places/address-papers', () => ({ paperByAddress: () => undefined }));
vi.mock('../sites/start-in-tab', () => ({ startInTab: () => undefined }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const each of [world.onMessage, world.onChanged, world.onActivated, world.onUpdated]) each.clear();
  world.own = undefined;
  world.active = { id: 7, windowId: 1 };
});
const soon = () => vi.advanceTimersByTimeAsync(500);

function watch() {
  const news = {
    isFollowed: (id?: number) => id === 7,
    onPage: vi.fn<() => void>(),
    onList: vi.fn<() => void>(),
    onSettings: vi.fn<() => void>(),
  };
  watchBackground(news);
  return news;
}

function follow() {
  const events = { onLeave: vi.fn<() => void>(), onChange: vi.fn<() => void>() };
  return { events, followed: new FollowedTab(events) };
}

describe('what goes to the background', () => {
  const call = (name: string, tab = 7, frameId = 0) =>
    world.onMessage.tell(
      { paperkin: PROTOCOL_VERSION, call: name, params: {} },
      { tab: { id: tab }, frameId },
      () => {},
    );

  it('is heard of the page that is followed, several at once as one, and is not answered', async () => {
    const { onPage, onList } = watch();
    expect(call('page/resolve')).toEqual([false]);
    call('page/scan-text');
    call('page/known-count');
    await soon();
    expect(onPage).toHaveBeenCalledOnce();
    expect(onList).not.toHaveBeenCalled();
  });

  it.each([
    ['another tab', () => call('page/resolve', 8)],
    ['a frame', () => call('page/resolve', 7, 3)],
    ['a card', () => call('paper/card')],
    [
      'no message of ours',
      () => world.onMessage.tell('page/resolve', { tab: { id: 7 }, frameId: 0 }, () => {}),
    ],
  ])('is nothing to the panel: %s', async (_what, tell) => {
    const { onPage } = watch();
    tell();
    await soon();
    expect(onPage).not.toHaveBeenCalled();
  });

  it('says that the list changed, which the page may show too', async () => {
    const { onPage, onList } = watch();
    world.onMessage.tell(
      { paperkin: PROTOCOL_VERSION, tabCall: 'tab/list-changed', params: {} },
      {},
      () => {},
    );
    await soon();
    expect(onList).toHaveBeenCalledOnce();
    expect(onPage).toHaveBeenCalledOnce();
  });

  it('hears of settings in the storage that has them', () => {
    const { onSettings } = watch();
    world.onChanged.tell({ settings: {} }, 'session');
    world.onChanged.tell({ welcomed: {} }, 'local');
    expect(onSettings).not.toHaveBeenCalled();
    world.onChanged.tell({ 'off arxiv.org': {} }, 'local');
    expect(onSettings).toHaveBeenCalledOnce();
  });
});

describe('the tab that is followed', () => {
  it('is the one in front, asked for anew each time', async () => {
    const { followed } = follow();
    expect(await followed.tab()).toMatchObject({ id: 7, url: 'https://tab-7.example/' });
    expect([followed.is(7), followed.is(8), followed.is(undefined)]).toEqual([true, false, false]);
  });

  it('becomes the one that comes to the front of this window, and of no other', async () => {
    const { events, followed } = follow();
    await followed.tab();
    world.onActivated.tell({ tabId: 9, windowId: 2 });
    await soon();
    expect(events.onChange).not.toHaveBeenCalled();
    world.onActivated.tell({ tabId: 9, windowId: 1 });
    await soon();
    expect(events.onLeave).toHaveBeenCalledOnce();
    expect(events.onChange).toHaveBeenCalledOnce();
    expect(await followed.tab()).toMatchObject({ id: 9 });
  });

  it('is never the panel itself, where that stands in a tab', async () => {
    world.own = { id: 9 };
    const { events, followed } = follow();
    await followed.tab();
    world.onActivated.tell({ tabId: 9, windowId: 1 });
    await soon();
    expect(events.onChange).not.toHaveBeenCalled();
    expect(await followed.tab()).toMatchObject({ id: 7 });
  });

  it('is left when it loads, and asked when it has loaded, or when its address changes', async () => {
    const { events, followed } = follow();
    await followed.tab();
    world.onUpdated.tell(8, { status: 'loading' });
    expect(events.onLeave).not.toHaveBeenCalled();
    world.onUpdated.tell(7, { status: 'loading', url: 'https://a.example/' });
    expect([events.onLeave.mock.calls.length, events.onChange.mock.calls.length]).toEqual([1, 0]);
    world.onUpdated.tell(7, { status: 'complete' });
    world.onUpdated.tell(7, { url: 'https://a.example/#b' });
    world.onUpdated.tell(7, { title: 'A' });
    expect(events.onChange).toHaveBeenCalledTimes(2);
  });

  it('is none where the window has none, or it is gone', async () => {
    world.active = undefined;
    expect(await follow().followed.tab()).toBeNull();
    world.active = { id: 404, windowId: 1 };
    expect(await follow().followed.tab()).toBeNull();
  });
});
