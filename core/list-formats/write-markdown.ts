import { strToU8, zipSync } from 'fflate';
import { pageLink, pdfLink } from '../identity/links';
import { titleKey } from '../text/title-key';
import { clip, wellFormed } from '../text/well-formed';
import { whole, type ListedPaper } from './listed-paper';
import type { WriteOptions } from './write-options';

/** Of a file's name, without its ending: file systems allow 255 bytes, and a character may take four. */
const NAME_CHARS_MAX = 60;

/** A list as a zip archive of notes for Obsidian, one file a paper, named by title and, where two are alike, by citation key. */
export function markdownZipOf(
  list: readonly ListedPaper[],
  { keys, madeAt }: Pick<WriteOptions, 'keys' | 'madeAt'>,
): Uint8Array {
  const names = fileNames(list, keys);
  const files = list.map((listed) => {
    const key = keys.get(listed.paper.id) ?? 'paper';
    return [names.get(listed) ?? `${key}.md`, strToU8(markdownOf(listed, key))] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: zipTime(madeAt) });
}

/** One paper as a note: its facts as front matter, its abstract folded away, the reader's own note as it was written. */
export function markdownOf(listed: ListedPaper, key: string): string {
  const entry = whole(listed);
  const { paper, note } = entry;
  const facts: readonly (readonly [string, unknown])[] = [
    ['title', paper.title],
    ['aliases', [paper.title]],
    ['authors', paper.authors],
    ['year', paper.year],
    ['venue', paper.venue],
    ['arxiv', paper.arxiv],
    ['doi', paper.doi],
    ['url', paper.url ?? pageLink(paper)],
    ['pdf', pdfLink(paper)],
    ['code', paper.code],
    ['citekey', key],
    ['status', entry.status],
    ['starred', entry.starred],
    ['priority', entry.priority],
    ['added', new Date(entry.addedAt).toISOString()],
    ['tags', entry.tags.map(obsidianTag).filter((tag) => tag !== '')],
  ];
  const lines = facts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${yaml(value)}\n`);
  const abstract = paper.abstract === null ? '' : `> [!abstract]-\n> ${markdownText(paper.abstract)}\n\n`;
  return `---\n${lines.join('')}---\n\n${abstract}${note === '' ? '' : `${note}\n`}`;
}

/** JSON is YAML, but for signs that YAML may not hold as they are. */
function yaml(value: unknown): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is for
  return JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A tag as Obsidian takes it: no blanks, and something that is no digit. */
function obsidianTag(tag: string): string {
  const text = tag.replace(/\s+/g, '-').replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]/gu, '');
  const parts = text
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  return /^[\d/]*$/.test(parts) ? (parts === '' ? '' : `_${parts}`) : parts;
}

const FORMULA = /(\$[^$\n<]{1,400}\$)/;

/** Text of a line, its signs of Markdown and HTML made harmless; formulas stay, which Obsidian draws. */
function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(FORMULA)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\`*_{}[\]<>#|~$=^%!]/g, String.raw`\$&`)))
    .join('');
}

function fileNames(
  list: readonly ListedPaper[],
  keys: WriteOptions['keys'],
): ReadonlyMap<ListedPaper, string> {
  const counts = new Map<string, number>();
  const plain = list.map((listed) => [listed, fileName(listed.paper.title)] as const);
  for (const [, name] of plain) counts.set(sameFile(name), (counts.get(sameFile(name)) ?? 0) + 1);
  return new Map(
    plain.map(([listed, name]) => {
      const isOnly = name !== '' && counts.get(sameFile(name)) === 1;
      const key = keys.get(listed.paper.id) ?? titleKey(listed.paper.id);
      return [listed, `${isOnly ? name : name === '' ? key : `${name} (${key})`}.md`];
    }),
  );
}

/** Whether two names are one on disks that do not tell capitals apart. */
const sameFile = (name: string): string => name.normalize('NFC').toLowerCase();

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as the name of a file on any system, and of a note that Obsidian can link to: its signs "[]#^|" are left out. */
function fileName(title: string): string {
  const name = clip(
    wellFormed(title)
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD"*/:<>?\\|#^[\]]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    NAME_CHARS_MAX,
  ).replace(/^[. ]+|[. ]+$/g, '');
  return DEVICE.test(name) ? `${name}_` : name;
}

/** Zip has the years 1980 to 2099. */
function zipTime(time: number): Date {
  return new Date(Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2099, 0, 1)));
}
