import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { translateFrom } from '../../components/messages';
import en from '../../locales/en.json';
import { showKnownCount, showSaved } from './badge';

const { texts, titles } = vi.hoisted(() => ({
  texts: new Map<number, string>(),
  titles: new Map<number, string>(),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void texts.set(tabId, text),
      getBadgeText: async ({ tabId }: { tabId: number }) => texts.get(tabId) ?? '',
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => void titles.set(tabId, title),
    },
  },
}));
const TAB = 7;
const sender = { tab: { id: TAB }, frameId: 0 } as Parameters<typeof showKnownCount>[1];
const translate = translateFrom(en);
const SAVED = { kind: 'saved', title: 'Soups' } as const;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  texts.clear();
  titles.clear();
  vi.useFakeTimers();
});
afterEach(async () => {
  await later(10_000);
  vi.useRealTimers();
});

it('says for a moment what was saved, then shows the count again', async () => {
  await showKnownCount(12, sender);
  await showSaved(SAVED, TAB, translate);
  expect(texts.get(TAB)).toBe('✓');
  expect(titles.get(TAB)).toBe('Saved: Soups');
  await later(3_100);
  expect(texts.get(TAB)).toBe('12');
  expect(titles.get(TAB)).toBe('');
});

it.each([
  [{ kind: 'already', title: 'Soups' }, '✓', 'On your list already: Soups'],
  [{ kind: 'none' }, '?', en.told_none],
  [{ kind: 'failed' }, '!', en.save_failed],
] as const)('has a word for %j', async (saved, text, title) => {
  await showSaved(saved, TAB, translate);
  expect([texts.get(TAB), titles.get(TAB)]).toEqual([text, title]);
});

it('keeps the word while the count changes, and shows the new one after it', async () => {
  await showKnownCount(12, sender);
  await showSaved(SAVED, TAB, translate);
  await showKnownCount(13, sender);
  expect(texts.get(TAB)).toBe('✓');
  await later(3_100);
  expect(texts.get(TAB)).toBe('13');
});

it('gives a second word its own time', async () => {
  await showKnownCount(12, sender);
  await showSaved(SAVED, TAB, translate);
  await later(2_000);
  await showSaved(SAVED, TAB, translate);
  await later(2_000);
  expect(texts.get(TAB)).toBe('✓');
  await later(1_100);
  expect(texts.get(TAB)).toBe('12');
});

it('leaves another page’s button alone', async () => {
  await showKnownCount(12, sender);
  await showSaved(SAVED, TAB, translate);
  texts.set(TAB, '');
  await later(3_100);
  expect(texts.get(TAB)).toBe('');
});

it('shows the count of another page to which the reader went meanwhile', async () => {
  await showKnownCount(12, sender);
  await showSaved(SAVED, TAB, translate);
  texts.set(TAB, '');
  await showKnownCount(5, sender);
  expect(texts.get(TAB)).toBe('5');
  await later(3_100);
  expect(texts.get(TAB)).toBe('5');
});

it('has nowhere to speak without a tab', async () => {
  await showSaved(SAVED, -1, translate);
  await showSaved(SAVED, undefined, translate);
  expect(texts.size).toBe(0);
});
