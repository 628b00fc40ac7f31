import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { packBundledCorpus, readBundledCorpus } from './tools/build-corpus';
import { pageScriptHooks } from './tools/page-scripts/page-scripts';
import { withoutMarkup } from './tools/page-scripts/without-markup';

const ICON_SIZES = [16, 32, 48, 128] as const;
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`]));

/**
 * Chromium 114 is the first with `popover`, the youngest thing the card cannot do without.
 *
 * The same code would run in Firefox from 127 on, the first that grants the hosts of content scripts at installation
 * (`popover` and `Intl.Segmenter` came with 125, strict durability with 126). 140, an ESR, is the first that shows the
 * reader what is collected, and the store asks for that statement. Without an id of its own an add-on has no lasting storage
 * when it is loaded from a folder.
 */
const MANIFEST_OF_CHROMIUM = { minimum_chrome_version: '114' };
const MANIFEST_OF_FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'paperkin@paperkin.app',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
    // The first of Android that knows that statement.
    gecko_android: { strict_min_version: '142.0' },
  },
};

/**
 * No script but our own, nothing asked of any host but Zotero's local one on the reader's wish, no page that frames ours. `frame-ancestors`
 * also holds where a page would be named in `web_accessible_resources`, of which there are none.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // The first page is alive: its card brings its style along, as on any page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' http://127.0.0.1:23119",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * `wxt build` makes the two store builds; `--mode demo` adds the local demonstration server to the
 * pages the content script runs on (see `tools/start/`), and nothing else.
 */
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    icons,
    action: { default_icon: icons },
    // `storage.session` keeps what the database refuses. `activeTab` and `scripting` are for "Look here": the page of the tab
    // that the reader pressed the toolbar button or the key on, and only then. On sites that they gave for good
    // (`optional_host_permissions`, none of which is asked for before a click on "Always on" or "Everywhere"), `scripting`
    // registers the script.
    // `unlimitedStorage` is for corpora: arXiv takes more than the share of the disk that a browser gives an origin.
    // `offscreen`, which Chromium grants without a word to the reader, is for repairs: a background worker may not start
    // another worker, and would be stopped long before one is through.
    // `contextMenus`, of which no browser warns, is for "Save paper to Paperkin" on a link, a selection and a page. What was
    // clicked on comes with the click; nothing is seen before.
    // `sidePanel`, of which no browser warns either, is for showing this page's papers beside it; WXT adds it with the page
    // `sidepanel`. It gives no right to any page.
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'].concat(
      browser === 'firefox' ? [] : 'offscreen',
    ),
    optional_host_permissions: ['*://*/*'],
    // For "Save open tabs…" on the library page: asked for in that click, and given back once the addresses are read.
    optional_permissions: ['tabs'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // "pk" and a blank in the address bar. Browsers send what is typed after it to us alone.
    omnibox: { keyword: 'pk' },
    options_ui: { page: 'library.html#options', open_in_tab: true },
    // The reader may choose another key, or none. Chromium takes at most four suggestions, and not Alt+Shift+P (156).
    commands: {
      'look-here': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_look_here__',
      },
      'save-page': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_save_page__',
      },
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-side-panel']: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_open_panel__',
      },
    },
    ...(browser === 'firefox' ? MANIFEST_OF_FIREFOX : MANIFEST_OF_CHROMIUM),
  }),
  // A malformed corpus stops the build here. Its version alone is compiled in: a worker that finds the same version
  // in the database never reads the file.
  vite: () => ({
    define: { CORPUS_VERSION: JSON.stringify(readBundledCorpus().version) },
    plugins: [withoutMarkup()],
    worker: { format: 'es', plugins: () => [withoutMarkup()] },
  }),
  hooks: {
    ...(await pageScriptHooks()),
    'prepare:publicPaths': (_wxt, paths) => void paths.push('corpus.bin', 'word-vectors.bin'),
    'build:publicAssets': async ({ config }, files) => {
      const packed = resolve(config.wxtDir, 'corpus.bin');
      await writeFile(packed, await packBundledCorpus());
      files.push({ absoluteSrc: packed, relativeDest: 'corpus.bin' });
      const vectors = resolve(import.meta.dirname, 'assets/word-vectors.bin');
      files.push({ absoluteSrc: vectors, relativeDest: 'word-vectors.bin' });
      for (const path of Object.values(icons)) {
        files.push({ absoluteSrc: resolve(import.meta.dirname, 'assets', path), relativeDest: path });
      }
    },
  },
});
