import { join } from 'node:path';
import { ROOT } from '../run-package';
import { writeSection } from '../written-pages/sections';

const QUALITY = {
  path: join(ROOT, 'docs/quality.md'),
  head: `# Quality

Written by \`npm run eval\`, each evaluation its own section; do not edit. \`docs/evaluation.md\` says what is measured and how.
`,
};

/** Puts a section of `docs/quality.md` in the place of the one of that name; the others stay as they are. */
export function writeQualitySection(name: string, markdown: string): void {
  writeSection(QUALITY, name, markdown);
}
