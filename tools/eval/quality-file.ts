import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../bench/results';
import { ROOT } from '../run-package';

const QUALITY_FILE = join(ROOT, 'docs/quality.md');

const HEAD = `# Quality

Written by \`npm run eval\`, each evaluation its own section; do not edit. \`docs/evaluation.md\` says what is measured and how.
`;

/** Puts a section of `docs/quality.md` in the place of the one of that name; the others stay as they are. */
export function writeQualitySection(name: string, markdown: string): void {
  const before = existsSync(QUALITY_FILE) ? readFileSync(QUALITY_FILE, 'utf8') : '';
  writeWhole(QUALITY_FILE, withSection(before, name, markdown));
}

/** A quality page with one section put in or put in the place of its earlier self; sections stand in the order of their names. */
export function withSection(page: string, name: string, markdown: string): string {
  const sections = new Map(
    [...page.matchAll(SECTION)].map(([, known = '', body = '']) => [known, body.trim()]),
  );
  sections.set(name, markdown.trim());
  const inOrder = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = inOrder.map(([key, body]) => `<!-- begin ${key} -->\n\n${body}\n\n<!-- end ${key} -->\n`);
  return [HEAD, ...parts].join('\n');
}

const SECTION = /<!-- begin ([\w-]+) -->\n([\s\S]*?)<!-- end \1 -->/g;
