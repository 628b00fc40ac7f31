import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/test/longest-first';

/** On a busy machine what takes a second takes ten; what hangs is found all the same. */
const PATIENCE_MS = 60_000;
/** Most of what tests make is gone at once: where there is more room for the young (MB), a tenth less of a processor goes into clearing up. */
const ROOM_FOR_THE_YOUNG = ['--max-semi-space-size=64'];

/**
 * `unit` and `alone` run beside the code, in Node; a file that needs a document says so in its first line
 * (`// @vitest-environment jsdom`). `chromium` and `firefox` drive the built extension in real browsers.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{core,engine,tools}/**/*.test.ts'],
          // Nothing there has a document, or takes a module's place: its files may share what they load, which takes longer than they do.
          isolate: false,
          maxWorkers: '100%',
          execArgv: ROOM_FOR_THE_YOUNG,
          testTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['{store,messaging,page,components,entrypoints}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          // One fewer than there are cores would leave half of a small machine idle.
          maxWorkers: '100%',
          execArgv: ROOM_FOR_THE_YOUNG,
          testTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'chromium',
          include: ['tests/chromium/*.test.ts'],
          setupFiles: ['tests/browser/shared-browser.setup.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          // Tests wait for pages, too: with two, a quarter of two cores is idle.
          maxWorkers: 3,
          // What files keep is in their browsers; to load the driver anew for each takes a second.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['tests/firefox/*.test.ts'],
          setupFiles: ['tests/browser/shared-browser.setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          isolate: false,
        },
      },
    ],
  },
});
