import { join } from 'node:path';
import type { Family } from '../browsers/find';
import { ROOT, runPackage } from '../run-package';

/** Builds the extension and returns the folder. The `demo` build also runs on the demonstration server. */
export async function buildExtension(family: Family, mode: 'production' | 'demo'): Promise<string> {
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const { ok, output } = await runPackage('wxt', ['build', '-b', target, '--mv3', '--mode', mode]);
  if (!ok) throw new Error(`the build failed:\n${output}`);
  return join(ROOT, '.output', `${target}-mv3${mode === 'demo' ? '-demo' : ''}`);
}
