import { defineConfig } from 'wxt';
import { readBundledCorpus } from './tools/build-corpus';

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
    // `storage.session` keeps what the database refuses.
    permissions: ['storage'],
  },
  // A malformed corpus stops the build here. Its version alone is compiled in: a worker that finds the same version
  // in the database never reads the file.
  vite: () => ({ define: { CORPUS_VERSION: JSON.stringify(readBundledCorpus().version) } }),
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => void paths.push('corpus.json'),
    'build:publicAssets': (_wxt, files) =>
      void files.push({ relativeDest: 'corpus.json', contents: JSON.stringify(readBundledCorpus()) }),
  },
});
