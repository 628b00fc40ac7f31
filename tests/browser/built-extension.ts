import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The folder of the production build that the tests load. */
export function builtExtension(target: 'chrome' | 'firefox'): string {
  const folder = join(ROOT, '.output', `${target}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} is not there: run \`npm run build\` first (\`npm test\` does).`);
  }
  return folder;
}
