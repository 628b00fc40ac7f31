import { join } from 'node:path';
import type { Family } from '../browsers/find';
import { ROOT, runPackage } from '../run-package';

/** Builds the extension so that it also runs on the demonstration server, and returns the folder. */
export async function buildDemo(family: Family): Promise<string> {
  const target = family === 'firefox' ? 'firefox' : 'chrome';
  const { ok, output } = await runPackage('wxt', ['build', '-b', target, '--mv3', '--mode', 'demo']);
  if (!ok) throw new Error(`the build failed:\n${output}`);
  return join(ROOT, '.output', `${target}-mv3-demo`);
}
