import { resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import type { WxtHooks } from 'wxt';
import { readSites, type SiteFile } from './sites';
import { smaller } from './smaller';

/** Folder of the build that holds the core script and those of the sites. */
const FOLDER = 'content-scripts';
const CORE = 'paperkin';
const CORE_FILE = resolve(import.meta.dirname, '../../entrypoints/page-script/main.ts');
const CARD_VIEW = 'card-view';
const CARD_VIEW_FILE = resolve(import.meta.dirname, '../../entrypoints/page-script/card-view.ts');
const KIT_FILE = resolve(import.meta.dirname, '../../page/readers/kit.ts');
const NATIVE_BROWSER_FILE = resolve(import.meta.dirname, '../../messaging/native-browser.ts');
const SITE_ENTRY = 'virtual:paperkin-site';

/** The demonstration server of `npm start`, which shows a listing as arXiv's; in no build that is handed out. */
const DEMO = { site: 'arxiv', matches: ['http://127.0.0.1/*'] };

type ManifestRow = Record<'matches' | 'js', string[]> & { run_at: 'document_start'; all_frames: true };

const scriptOf = (name: string): string => `${FOLDER}/${name}.js`;

/**
 * One row for each site: the core script, then the site's own, so that their order is the browser's promise. Before the
 * page's first script, so that our listeners come before its own (decision 0002).
 */
function manifestRows(sites: readonly SiteFile[], isDemo: boolean): ManifestRow[] {
  return sites.map(({ name, matches, readers }) => ({
    matches: [...matches, ...(isDemo && name === DEMO.site ? DEMO.matches : [])],
    run_at: 'document_start',
    // The core script keeps to frames of the page's own origin.
    all_frames: true,
    js: readers.length === 0 ? [scriptOf(CORE)] : [scriptOf(CORE), scriptOf(name)],
  }));
}

/** The manifest's part about pages. The rights are to the same pages as the scripts', so nothing more is asked of the reader. */
function pagesOf(sites: readonly SiteFile[], isDemo: boolean) {
  const rows = manifestRows(sites, isDemo);
  // For the script that draws cards, which is run when a card is asked for.
  const hosts = [...new Set(rows.flatMap(({ matches }) => matches))];
  return { content_scripts: rows, host_permissions: hosts };
}

const scriptsOf = (
  sites: readonly SiteFile[],
): readonly { readonly name: string; readonly path: string }[] => [
  { name: CORE, path: CORE_FILE },
  { name: CARD_VIEW, path: CARD_VIEW_FILE },
  ...sites.filter(({ readers }) => readers.length > 0),
];

/** What a site's script is made of: its file, and the line that hands its readers over. */
const entryOf = ({ path }: SiteFile): string =>
  `import { readers } from ${JSON.stringify(path)};\npaperkin.readers.push(...readers);`;

/** Makes the script of a site around its file, without the kit. */
function buildSite(site: SiteFile, config: InlineConfig): void {
  config.plugins?.push({
    name: SITE_ENTRY,
    // Vite makes a path of every entry.
    resolveId: (id) => (id.endsWith(SITE_ENTRY) ? `\0${SITE_ENTRY}` : null),
    load: (id) => (id === `\0${SITE_ENTRY}` ? entryOf(site) : null),
  });
  const { rollupOptions = {} } = config.build ?? {};
  rollupOptions.external = [KIT_FILE];
  rollupOptions.output = { ...rollupOptions.output, globals: { [KIT_FILE]: 'paperkin.kit' } };
}

/** Leaves webextension-polyfill out: see `messaging/native-browser.ts`. WXT's module has made its name of `wxt/browser` by then. */
const nativeBrowser = (): Plugin => ({
  name: 'paperkin-native-browser',
  enforce: 'pre',
  resolveId: (id) =>
    /^(?:wxt|@wxt-dev\/webextension-polyfill)\/browser$/.test(id) ? NATIVE_BROWSER_FILE : null,
});

/**
 * Hooks for WXT that build the core script and one script for each file of `page/readers/sites`, and write their rows into
 * the manifest. WXT's own content scripts would bring its context (`ContentScriptContext`) along, once for each.
 */
export async function pageScriptHooks(): Promise<Partial<WxtHooks>> {
  const sites = await readSites();
  return {
    'entrypoints:resolved': ({ config }, entrypoints) => {
      for (const { name, path } of scriptsOf(sites)) {
        const outputDir = resolve(config.outDir, FOLDER);
        const options = { globalName: false as const };
        entrypoints.push({
          type: 'unlisted-script',
          name,
          inputPath: path,
          outputDir,
          options,
          skipped: false,
        });
      }
    },
    'vite:build:extendConfig': ([entrypoint], config) => {
      const lib = config.build?.lib;
      if (!entrypoint || !lib) return;
      if (entrypoint.type === 'background' || entrypoint.inputPath === CORE_FILE) {
        config.plugins?.push(nativeBrowser());
        // A build for development would not be readable any more.
        if (config.mode !== 'development') config.plugins?.push(smaller());
      }
      if (entrypoint.inputPath === CORE_FILE || entrypoint.inputPath === CARD_VIEW_FILE)
        lib.entry = entrypoint.inputPath;
      const site = sites.find(({ path }) => path === entrypoint.inputPath);
      if (site === undefined) return;
      lib.entry = SITE_ENTRY;
      buildSite(site, config);
    },
    'build:manifestGenerated': ({ config }, manifest) => {
      Object.assign(manifest, pagesOf(sites, config.mode === 'demo'));
    },
  };
}
