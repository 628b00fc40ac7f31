import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT, runPackage } from '../run-package';

/** The page of the benchmark, in the copy alone. */
export const BENCH_PAGE = '/index.html';

/**
 * Builds the extension as it ships, copies it to `folder` and adds the benchmark's page. The copy's manifest isolates its
 * pages from others: only then Chromium's clock is finer than a tenth of a millisecond. Nothing else differs.
 */
export async function copyExtension(target: 'chrome' | 'firefox', folder: string): Promise<void> {
  const { ok, output } = await runPackage('wxt', ['build', '-b', target, '--mv3']);
  if (!ok) throw new Error(`the build failed:\n${output}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, '.output', `${target}-mv3`), folder, { recursive: true });
  await build({
    root: join(ROOT, 'tools/bench/page'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false, target: 'es2022', modulePreload: false },
  });
  if (target === 'chrome') isolate(join(folder, 'manifest.json'));
}

/**
 * Has the core script of a copy note in its own world, out of the page's sight, when it draws the first mark
 * (`benchFirstMark`, by the page's clock): marks stand in a closed root, so nobody else can see them come.
 */
export function noteFirstMark(folder: string): void {
  const path = join(folder, 'content-scripts/paperkin.js');
  writeFileSync(path, `${NOTE_FIRST_MARK}${readFileSync(path, 'utf8')}`);
}

const NOTE_FIRST_MARK = `(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    if (this.localName !== 'paperkin-marks') return root;
    const observer = new MutationObserver(() => {
      if (!root.querySelector('.line')) return;
      globalThis.benchFirstMark = performance.now();
      observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true });
    return root;
  };
})();
`;

function isolate(path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  const isolated = {
    ...manifest,
    cross_origin_embedder_policy: { value: 'require-corp' },
    cross_origin_opener_policy: { value: 'same-origin' },
  };
  writeFileSync(path, JSON.stringify(isolated));
}
