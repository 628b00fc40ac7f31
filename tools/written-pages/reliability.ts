import { cpus } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../run-package';
import { writeSection } from './sections';

const RELIABILITY = {
  path: join(ROOT, 'docs/reliability.md'),
  head: `# Reliability

What was done to Paperkin on purpose, and what it lost. Each section is written by the script that it names; do not edit.
`,
};

/** Puts a section of `docs/reliability.md` in the place of the one of that name; the others stay as they are. */
export function writeReliabilitySection(name: string, markdown: string): void {
  writeSection(RELIABILITY, name, markdown);
}

/** When and on what something was measured, for a section to say; `now` in milliseconds since the epoch. */
export function whereMeasured(now: number): string {
  return `${new Date(now).toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.versions.node}`;
}
