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

function isolate(path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  const isolated = {
    ...manifest,
    cross_origin_embedder_policy: { value: 'require-corp' },
    cross_origin_opener_policy: { value: 'same-origin' },
  };
  writeFileSync(path, JSON.stringify(isolated));
}
