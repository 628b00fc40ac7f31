import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const QUALITY_FILE = join(import.meta.dirname, '../../docs/quality.md');
const HEAD =
  '# Quality\n\nEach part is written by the `npm run eval` named in it, on data that is not part of the project.\n';

/** Writes one script's part of `docs/quality.md`, in the place of what it wrote before or at the end. */
export function writeQualitySection(name: string, markdown: string, file = QUALITY_FILE): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const section = `${begin}\n\n${markdown.trim()}\n\n${end}`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  const written =
    from >= 0 && to > from
      ? text.slice(0, from) + section + text.slice(to + end.length)
      : `${text.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, written);
}
