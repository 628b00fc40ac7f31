import { defineConfig } from 'vitest/config';

/**
 * `unit` runs beside the code, in Node; a file that needs a document says so in its first line
 * (`// @vitest-environment jsdom`). `chromium` and `firefox` drive the built extension in real browsers.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{core,store,engine,messaging,page,components,tools,entrypoints}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
          ],
          // One fewer than there are cores would leave half of a small machine idle.
          maxWorkers: '100%',
          // On a busy machine what takes a second takes ten; what hangs is found all the same.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'chromium',
          include: ['tests/chromium/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Tests wait for pages more than they compute.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['tests/firefox/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
