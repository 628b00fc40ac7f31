import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../bench/results';

/** A page of `docs` that scripts write, each its own sections. */
export interface WrittenPage {
  readonly path: string;
  /** What stands above all sections. */
  readonly head: string;
}

/** Puts a section in the place of the one of that name; the others stay as they are. */
export function writeSection(page: WrittenPage, name: string, markdown: string): void {
  const before = existsSync(page.path) ? readFileSync(page.path, 'utf8') : '';
  writeWhole(page.path, withSection(before, page.head, name, markdown));
}

/** A page with one section put in or put in the place of its earlier self; sections stand in the order of their names. */
export function withSection(page: string, head: string, name: string, markdown: string): string {
  const sections = new Map(
    [...page.matchAll(SECTION)].map(([, known = '', body = '']) => [known, body.trim()]),
  );
  sections.set(name, markdown.trim());
  const inOrder = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = inOrder.map(([key, body]) => `<!-- begin ${key} -->\n\n${body}\n\n<!-- end ${key} -->\n`);
  return [head, ...parts].join('\n');
}

const SECTION = /<!-- begin ([\w-]+) -->\n([\s\S]*?)<!-- end \1 -->/g;
