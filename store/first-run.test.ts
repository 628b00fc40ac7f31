import { expect, it } from 'vitest';
import { newsSince, noteInstall, noteNewsSeen, noteUpdate } from './first-run';

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, value);
    },
    remove: async (key: string) => void kept.delete(key),
  };
}

it('is the first installation once', async () => {
  const port = memory();
  expect([await noteInstall(port), await noteInstall(port)]).toEqual([true, false]);
});

it('has news from the first update that the reader has not looked at until they do', async () => {
  const port = memory();
  expect(await newsSince(port)).toBeNull();
  await noteUpdate(port, '0.1.0');
  await noteUpdate(port, '0.2.0');
  expect(await newsSince(port)).toBe('0.1.0');
  await noteNewsSeen(port);
  expect(await newsSince(port)).toBeNull();
  await noteUpdate(port, '0.3.0');
  expect(await newsSince(port)).toBe('0.3.0');
});
