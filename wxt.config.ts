import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { readBundledCorpus } from './tools/build-corpus';

const ICON_SIZES = [16, 32, 48, 128] as const;
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`]));

/**
 * Popovers came with Chromium 114 and Firefox 125, `Intl.Segmenter` with Firefox 125, and since Firefox 127 the sites of a
 * manifest 3 need no grant one by one. Add-ons submitted since 2025-11 have to say what they collect.
 */
const gecko = {
  id: 'paperkin@paperkin',
  strict_min_version: '128.0',
  data_collection_permissions: { required: ['none' as const] },
};

/**
 * `wxt build` makes the two store builds; `--mode demo` adds the local demonstration server to the
 * pages the content script runs on (see `tools/start/`), and nothing else.
 */
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    icons,
    action: { default_icon: icons },
    // `storage.session` keeps what the database refuses. The other two are for "Look here" in the popup alone: the page of
    // the tab it was opened on, and only on that click.
    permissions: ['storage', 'activeTab', 'scripting'],
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko } } : { minimum_chrome_version: '120' }),
  }),
  // A malformed corpus stops the build here. Its version alone is compiled in: a worker that finds the same version
  // in the database never reads the file.
  vite: () => ({ define: { CORPUS_VERSION: JSON.stringify(readBundledCorpus().version) } }),
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => void paths.push('corpus.json'),
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'corpus.json', contents: JSON.stringify(readBundledCorpus()) });
      for (const path of Object.values(icons)) {
        files.push({ absoluteSrc: resolve(import.meta.dirname, 'assets', path), relativeDest: path });
      }
    },
  },
});
