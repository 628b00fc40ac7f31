import { clip } from '../text/well-formed';
import type { ImportedRecord, ImportFormat } from './format';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import type { RecordReason } from './reasons';

/** The longest entries, of collaborations, have some 100,000 characters. */
const ENTRY_CHARS_MAX = 2 ** 21;
const EXCERPT_CHARS = 200;
const OPEN = '<entry';
const CLOSE = '</entry>';

interface Element {
  readonly attributes: string;
  readonly text: string;
}

/** The elements of one name, in order, none nested in another of that name. Linear, whatever is unclosed. */
function elements(xml: string, name: string): Element[] {
  const found: Element[] = [];
  let at = xml.indexOf(`<${name}`);
  while (at !== -1) {
    const tagEnd = xml.indexOf('>', at);
    if (tagEnd === -1) break;
    const attributes = xml.slice(at + name.length + 1, tagEnd);
    const isNamed = /^[\s/]|^$/.test(attributes);
    const isEmpty = attributes.endsWith('/');
    const close = isEmpty || !isNamed ? tagEnd : xml.indexOf(`</${name}`, tagEnd);
    if (close === -1) break;
    if (isNamed) found.push({ attributes, text: isEmpty ? '' : xml.slice(tagEnd + 1, close) });
    at = xml.indexOf(`<${name}`, Math.max(close, tagEnd));
  }
  return found;
}

const withoutCdata = (text: string) => text.replaceAll('<![CDATA[', '').replaceAll(']]>', '');

function textIn(xml: string, name: string): string | null {
  const [first] = elements(xml, name);
  return first === undefined ? null : withoutCdata(first.text).trim();
}

function attribute({ attributes }: Element, name: string): string | null {
  return new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}["']([^"']{0,2000})["']`).exec(attributes)?.[1] ?? null;
}

const isError = (id: string | null) => id?.includes('/api/errors') ?? false;

function recordOf(entry: string, line: number, position: number): ImportedRecord {
  const id = textIn(entry, 'id');
  const bad = (reason: RecordReason): ImportedRecord => {
    return { ok: false, reason, line, position, excerpt: clip(entry, EXCERPT_CHARS) };
  };
  if (isError(id)) {
    return bad({ kind: 'service-error', message: clip(textIn(entry, 'summary') ?? '', EXCERPT_CHARS) });
  }
  const paper = paperFromFields({
    ...NO_FIELDS,
    title: textIn(entry, 'title'),
    abstract: textIn(entry, 'summary'),
    authors: elements(entry, 'author').map(({ text }) => textIn(text, 'name') ?? ''),
    date: textIn(entry, 'published'),
    venue: textIn(entry, 'arxiv:journal_ref'),
    arxiv: id,
    doi: textIn(entry, 'arxiv:doi'),
  });
  if (paper === 'no-title') return bad({ kind: paper });
  const categories = elements(entry, 'category').map((category) => attribute(category, 'term'));
  return { ok: true, paper, line, position, categories: categories.filter((term) => term !== null) };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Entries as they become whole. */
class EntrySplitter {
  #text = '';
  #line = 1;
  #position = 0;

  push(chunk: string): ImportedRecord[] {
    this.#text += chunk;
    const records: ImportedRecord[] = [];
    for (;;) {
      const start = this.#text.indexOf(OPEN);
      // Half an opening tag may stand at the end.
      this.#pass(start === -1 ? Math.max(0, this.#text.length - OPEN.length) : start);
      if (start === -1) return records;
      const close = this.#text.indexOf(CLOSE);
      if (close === -1 && this.#text.length <= ENTRY_CHARS_MAX) return records;
      records.push(
        close === -1
          ? this.#brokenOff({ kind: 'too-long', charsMax: ENTRY_CHARS_MAX })
          : this.#entry(close + CLOSE.length),
      );
    }
  }

  end(): ImportedRecord[] {
    return this.#text.startsWith(OPEN) ? [this.#brokenOff({ kind: 'not-closed' })] : [];
  }

  #entry(end: number): ImportedRecord {
    const line = this.#line;
    const entry = this.#text.slice(0, end);
    this.#pass(end);
    return recordOf(entry, line, this.#position);
  }

  #brokenOff(reason: RecordReason): ImportedRecord {
    const line = this.#line;
    const excerpt = clip(this.#text, EXCERPT_CHARS);
    this.#pass(this.#text.length);
    return { ok: false, reason, line, excerpt, position: this.#position };
  }

  #pass(length: number): void {
    this.#line += newlinesIn(this.#text.slice(0, length));
    this.#position += length;
    this.#text = this.#text.slice(length);
  }
}

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ImportedRecord> {
  const splitter = new EntrySplitter();
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}

/** Answers of arXiv's query API (Atom). */
export const arxivAtomFormat: ImportFormat = {
  id: 'arxiv-atom',
  label: 'arXiv API (Atom)',
  fits: (head) => {
    if (!/^\s*(?:<\?xml[^>]{0,200}>\s*)?<feed[\s>]/.test(head)) return 0;
    return head.includes('arxiv.org/') ? 1 : 0.3;
  },
  read,
};
