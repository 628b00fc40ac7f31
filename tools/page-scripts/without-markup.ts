import type { Plugin } from 'vite';

/**
 * What libraries hold for uses that Paperkin has none of: Preact's `dangerouslySetInnerHTML` and d3's `html()` write mark-up,
 * lodash's way to the global object evaluates a string. Both are what reviewers of the stores look for, and what an attacker of a card would.
 */
const REPLACED: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/\.innerHTML\s*=(?!=)/g, '.textContent='],
  [/\bFunction\((["'])return this\1\)\(\)/g, 'globalThis'],
];

/** Takes from every script of a build the means to write mark-up or to evaluate strings. Text is what is written instead. */
export const withoutMarkup = (): Plugin => ({
  name: 'paperkin-without-markup',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = REPLACED.reduce((code, [pattern, by]) => code.replace(pattern, by), chunk.code);
    }
  },
});
