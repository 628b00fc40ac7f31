import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { HTML, type Fixture } from '../../../tests/browser/network';

/** What a browser gets when it asks for a saved page or document. */
export interface Served {
  readonly url: string;
  readonly fixture: Fixture;
}

/**
 * A saved page is what scripts have made of it. Run again, without the network that they had, they would take it apart;
 * so none may run. Ours is not the page's and does not ask.
 */
const NO_SCRIPTS = { 'content-security-policy': "script-src 'none'" };
/** Documents have no address of their own; they get one each of the kind that readers find them under. */
const SITES = {
  markdown: 'https://github.com/documents/documents/blob/main/',
  text: 'https://raw.githubusercontent.com/documents/documents/main/',
  page: 'https://documents.example/',
};

/** A page under an address. */
export function servedPage(url: string, body: string): Served {
  return { url, fixture: { body, contentType: HTML, headers: NO_SCRIPTS } };
}

/**
 * A document as browsers show it: Markdown as GitHub renders a README, HTML as it is, everything else (text, BibTeX,
 * reStructuredText, JSON, code) as plain text.
 */
export function servedDocument(name: string, content: string): Served {
  const at = encodeURIComponent(name);
  if (/\.html?$/i.test(name)) return servedPage(SITES.page + at, content);
  if (/\.(?:md|markdown)$/i.test(name)) return servedPage(SITES.markdown + at, readmePage(content));
  const contentType = 'text/plain; charset=utf-8';
  return { url: SITES.text + at, fixture: { body: content, contentType, headers: NO_SCRIPTS } };
}

/** The document `file` of a set; the sets keep theirs in `docs`. */
export function readDocument(dir: string, file: string): Served {
  const inDocs = join(dir, 'docs', file);
  return servedDocument(file, readFileSync(existsSync(inDocs) ? inDocs : join(dir, file), 'utf8'));
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

function readmePage(markdown: string): string {
  const html = marked.parse(markdown.replace(FRONT_MATTER, ''), { async: false, gfm: true });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Document</title></head>
<body><article class="markdown-body entry-content">${html}</article></body></html>`;
}
