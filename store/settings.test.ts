import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/settings';
import { changeSettings, concernsSettings, readSettings, setSiteOff, type SettingsPort } from './settings';

function memory(kept: Record<string, unknown> = {}): SettingsPort & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: async (keys) => {
      asked.push(...keys);
      return Object.fromEntries(keys.flatMap((key) => (key in kept ? [[key, kept[key]]] : [])));
    },
    set: async (items) => void Object.assign(kept, items),
    remove: async (key) => void delete kept[key],
  };
}
const refuse = () => Promise.reject(new Error('no'));
const refusing: SettingsPort = { get: refuse, set: refuse, remove: refuse };

describe('settings', () => {
  it('are the defaults until one is changed, and then differ in that one', async () => {
    const port = memory();
    expect(await readSettings(port, 'arxiv.org')).toEqual({ ...DEFAULT_SETTINGS, isOff: false });
    await changeSettings(port, { openDelayMs: 600 });
    await changeSettings(port, { marks: false });
    expect(await readSettings(port, 'arxiv.org')).toEqual({
      ...DEFAULT_SETTINGS,
      marks: false,
      openDelayMs: 600,
      isOff: false,
    });
  });

  it('of a newer Paperkin are read as far as they are understood, and not written over', async () => {
    const newer = { version: 2, marks: false, openDelayMs: 'soon', mood: 'quiet' };
    const kept = { settings: newer };
    expect(await readSettings(memory(kept), '')).toMatchObject({ marks: false, openDelayMs: 300 });
    await expect(changeSettings(memory(kept), { marks: true })).rejects.toThrow('newer Paperkin');
    expect(kept.settings).toBe(newer);
  });

  it('keep what a later release of the same version added, and get their number', async () => {
    const kept = { settings: { marks: false, mood: 'quiet' } };
    await changeSettings(memory(kept), { openDelayMs: 600 });
    expect(kept.settings).toMatchObject({ version: 1, marks: false, openDelayMs: 600, mood: 'quiet' });
  });

  it('are off for one site alone, until that is taken back', async () => {
    const port = memory();
    await setSiteOff(port, 'arxiv.org', true);
    expect((await readSettings(port, 'arxiv.org')).isOff).toBe(true);
    expect((await readSettings(port, 'github.com')).isOff).toBe(false);
    expect((await readSettings(port, '')).isOff).toBe(false);
    await setSiteOff(port, 'arxiv.org', false);
    expect((await readSettings(port, 'arxiv.org')).isOff).toBe(false);
  });

  it('are not off everywhere for a page without a site', async () => {
    const port = memory({ 'off ': true });
    expect((await readSettings(port, '')).isOff).toBe(false);
  });

  it('ask for no other site than that of the page', async () => {
    const port = memory();
    await readSettings(port, 'arxiv.org');
    expect(port.asked.filter((key) => key.startsWith('off '))).toEqual(['off arxiv.org']);
  });

  it('are the defaults where the browser refuses, and a change says so', async () => {
    expect(await readSettings(refusing, 'arxiv.org')).toEqual({ ...DEFAULT_SETTINGS, isOff: false });
    await expect(changeSettings(refusing, { marks: false })).rejects.toThrow('no');
    await expect(setSiteOff(refusing, 'arxiv.org', true)).rejects.toThrow('no');
    await expect(setSiteOff(refusing, 'arxiv.org', false)).rejects.toThrow('no');
  });

  it('know their own changes from others', () => {
    expect(concernsSettings({ settings: {} })).toBe(true);
    expect(concernsSettings({ 'off arxiv.org': {} })).toBe(true);
    expect(concernsSettings({ 'not-this-paper https://arxiv.org/': {} })).toBe(false);
  });
});
