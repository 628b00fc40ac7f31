// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import type { Call } from '../call';
import { renderCard } from '../card/card-view';
import { mentionOf, resolutionOf } from '../testing';
import { Session } from './session';

vi.mock('../marks/marks.css?inline', () => ({ default: '' }));

/** jsdom lays nothing out: what watches the layout has nothing to see. */
class Unseeing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const hosts = () => document.querySelectorAll('paperkin-marks, paperkin-card').length;
let session: Session | null = null;

function start({
  stale = false,
  known = true,
  settings = DEFAULT_SETTINGS,
}: { stale?: boolean; known?: boolean; settings?: Settings | null } = {}) {
  const calls: string[] = [];
  let wakings = 0;
  const call = ((name: string, { mentions = [] }: { mentions?: { title: string }[] }) => {
    // For the toolbar, and to wake the background: nobody waits for it.
    if (name === 'page/resolve' && mentions.length === 0) wakings++;
    else if (name !== 'page/known-count') calls.push(name);
    const value = mentions.map(({ title }) => (known ? resolutionOf(title) : null));
    return Promise.resolve(
      stale ? { ok: false, error: { code: 'unreachable', message: '' } } : { ok: true, value },
    );
  }) as unknown as Call;
  session = new Session({
    win: window,
    call,
    translate: (key) => key,
    *readPage(_url, doc) {
      for (const heading of doc.querySelectorAll('h2')) {
        yield { mention: mentionOf(heading.textContent), target: [heading] };
      }
    },
    hasText: () => false,
    css: '',
    loadView: async () => renderCard,
    isStale: () => false,
    onSiteOff: () => {},
  });
  if (settings) session.apply(settings);
  return { session, calls, wakings: () => wakings };
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Unseeing);
  vi.stubGlobal('ResizeObserver', Unseeing);
  document.body.innerHTML = '<h2>B</h2><h2>A</h2>';
});
afterEach(() => {
  session?.destroy();
  vi.unstubAllGlobals();
});

describe('Session', () => {
  it('answers with the page’s papers after one message', async () => {
    const { session: made, calls } = start();
    const papers = await made.papers();
    expect(papers.map(({ mention }) => mention.title)).toEqual(['B', 'A']);
    expect(calls).toEqual(['page/resolve']);
  });

  it('asks nothing for a page without papers', async () => {
    document.body.innerHTML = '<p>Nothing here.</p>';
    const { session: made, calls } = start();
    expect(await made.papers()).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('asks for nothing before it has the settings', async () => {
    const { session: made, calls } = start({ settings: null });
    const papers = made.papers();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([]);
    made.apply(DEFAULT_SETTINGS);
    expect(await papers).toHaveLength(2);
  });

  it('looks the same to the page whatever the settings are', async () => {
    await start().session.papers();
    const plain = document.documentElement.outerHTML;
    session?.destroy();
    const others = { ...DEFAULT_SETTINGS, marks: false, openDelayMs: 1_000, onlyWithAlt: true };
    await start({ settings: others }).session.papers();
    expect(document.documentElement.outerHTML).toBe(plain);
  });

  it('waits with a page that is made ready ahead until the reader comes to it', async () => {
    const ahead = Object.assign(document, { prerendering: true });
    const { session: made, calls } = start();
    const papers = made.papers();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([]);
    expect(hosts()).toBe(0);
    ahead.prerendering = false;
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(await papers).toHaveLength(2);
  });

  it('looks the same to the page whether anything is known or not', async () => {
    await start({ known: true }).session.papers();
    const whenKnown = document.documentElement.outerHTML;
    session?.destroy();
    await start({ known: false }).session.papers();
    expect(document.documentElement.outerHTML).toBe(whenKnown);
    expect(hosts()).toBe(2);
  });

  it('asks anew when "back" brings the page out of the cache', async () => {
    const { session: made, calls } = start();
    await made.papers();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await vi.waitFor(() => expect(calls).toEqual(['page/resolve', 'page/resolve']));
  });

  it('leaves the page as it found it', async () => {
    const before = document.documentElement.outerHTML;
    await start().session.papers();
    session?.destroy();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('wakes the background while a page is parsed, and not later', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const { wakings, session: made } = start();
    state.mockRestore();
    made.apply(DEFAULT_SETTINGS);
    expect(wakings()).toBe(1);
  });

  it('keeps nobody waiting for a page that it left while it was loading', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const { session: made, calls } = start();
    const papers = made.papers();
    made.destroy();
    state.mockRestore();
    expect(await papers).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('takes away what an earlier copy left, and itself when its extension is gone', async () => {
    document.documentElement.append(document.createElement('paperkin-marks'));
    await start().session.papers();
    expect(hosts()).toBe(2);
    session?.destroy();
    await start({ stale: true }).session.papers();
    expect(hosts()).toBe(0);
  });
});
