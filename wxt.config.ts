import { defineConfig } from 'wxt';

/**
 * `wxt build` makes the two store builds; `--mode demo` adds the local demonstration server to the
 * pages the content script runs on (see `tools/start/`), and nothing else.
 */
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest: {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
  },
});
