import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilesInMemory } from '../corpus/corpus-files';
import { titleKey } from '../text/title-key';
import { filesOfTitles, runsOfTitles } from './build-for-test';
import { TitleIndex } from './title-index';
import { TitlePart } from './title-part';

async function contents(folder: FilesInMemory): Promise<Map<string, string>> {
  const names = [...folder.sizes().keys()].toSorted();
  const files = await folder.readMany(names);
  return new Map([...files].map(([name, bytes]) => [name, [...bytes].join(',')]));
}

const TITLES = Array.from(
  { length: 3_000 },
  (_, n) => `On the ${n * 7_919} songs of bird ${n % 97}, heard ${n % 2 ? 'twice' : 'once'}`,
);
const title = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ':', 'é', '学', '𐍈', '\uFB01', '\uFF21', 'Ω', 'ힰ'),
    maxLength: 40,
  }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('Editorial', 'Book reviews', 'A very long title of one paper about birds'),
);

describe('TitlePart', () => {
  it('comes to the same files, byte for byte, however papers fall into runs', async () => {
    const atOnce = await contents(await filesOfTitles(TITLES));
    expect(await contents(await filesOfTitles(TITLES, 170))).toEqual(atOnce);
    expect([...atOnce.keys()].filter((name) => name.startsWith('titles/keys/')).length).toBeGreaterThan(1);
    expect([...atOnce.keys()].some((name) => name.includes('runs'))).toBe(false);
  });

  it('does so for any titles, and finds each again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (titles, perRun) => {
          const folder = await filesOfTitles(titles, perRun);
          expect(await contents(folder)).toEqual(await contents(await filesOfTitles(titles)));
          const found = (await (await TitleIndex.open(folder))?.lookUp(titles.map(uncut))) ?? [];
          const keys = titles.map(titleKey);
          const missed = keys.filter(
            (key, at) => key !== '' && !found[at]?.some(({ ordinal }) => keys[ordinal] === key),
          );
          expect(missed).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes to the same end when it was interrupted at any write or removal', async () => {
    const whole = await contents(await filesOfTitles(TITLES.slice(0, 300), 100));
    for (let stopAfter = 0; stopAfter < 12; stopAfter += 1) {
      const folder = await runsOfTitles(TITLES.slice(0, 300), 100);
      const failing = stoppingAfter(folder, stopAfter);
      await new TitlePart().merge(failing, 3).catch(() => null);
      await new TitlePart().merge(folder, 3);
      expect(await contents(folder), `stopped after ${stopAfter}`).toEqual(whole);
    }
  });

  it('keeps a title that thousands of papers share', async () => {
    const index = await TitleIndex.open(
      await filesOfTitles(Array.from({ length: 2_000 }, () => 'Front matter')),
    );
    const [matches] = (await index?.lookUp(['Front matter'])) ?? [];
    expect(matches?.map(({ ordinal }) => ordinal).slice(0, 3)).toEqual([0, 1, 2]);
    expect(matches?.every(({ needsSupport }) => needsSupport)).toBe(true);
  });
});

/** Without what would say that the title goes on. */
const uncut = (one: string): string => `${one} .`;

function stoppingAfter(folder: FilesInMemory, changes: number): FilesInMemory {
  let left = changes;
  const guarded =
    <Arguments extends unknown[]>(change: (...args: Arguments) => Promise<void>) =>
    async (...args: Arguments) => {
      if (left === 0) throw new Error('the browser was killed');
      left -= 1;
      await change(...args);
    };
  return Object.assign(Object.create(folder) as FilesInMemory, {
    read: (name: string) => folder.read(name),
    readMany: (names: readonly string[]) => folder.readMany(names),
    write: guarded((files: ReadonlyMap<string, Uint8Array>) => folder.write(files)),
    remove: guarded((names: readonly string[]) => folder.remove(names)),
  });
}
