import type { Paper } from '../../core/paper';
import { pickFrom, randomFrom, type MadePapers } from './made-papers';

/** A page as some server might send it. */
export interface WebPage {
  /** `listing`, `README`, `document`. */
  readonly name: string;
  /** One of a site that Paperkin reads by itself. */
  readonly address: string;
  readonly html: string;
}

/** Any numbers: the pages are the same in every run. */
const README_SEED = 20_260_101;
const DOCUMENT_SEED = 20_260_102;
const LISTING_ENTRIES = 2_000;
/** One entry in so many is a paper that Paperkin knows, as of a reader with a corpus of their field. */
const LISTING_KNOWN_EVERY = 10;
const README_BYTES = 1_000_000;
const DOCUMENT_BYTES = 10_000_000;
const BYTES_PER_TITLE = 5_000;
const SENTENCES_PER_PARAGRAPH = 6;
/** Papers from here on are in no corpus. */
const UNKNOWN_FROM = 100_000_000;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** A paper that Paperkin knows. */
type Known = Pick<Paper, 'title' | 'arxiv'>;

/** The three pages of the benchmark, made of papers that Paperkin does not know and of some that it does. */
export function webPages(papers: MadePapers, known: readonly Known[]): readonly WebPage[] {
  const readme = running(papers, known, README_BYTES, README_SEED);
  const text = running(papers, known, DOCUMENT_BYTES, DOCUMENT_SEED);
  return [
    { name: 'listing', address: 'https://arxiv.org/list/cs.LG/recent', html: listing(papers, known) },
    {
      name: 'README',
      address: 'https://github.com/made/papers',
      html: page(`<article class="markdown-body entry-content">${readme}</article>`),
    },
    {
      name: 'document',
      address: 'https://arxiv.org/html/2401.00001',
      html: page(`<article class="ltx_document"><h1 class="ltx_title">A long one</h1>${text}</article>`),
    },
  ];
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made</title></head><body>${body}</body></html>`;

/** After arXiv's listing, abstracts left out. */
function listing(papers: MadePapers, known: readonly Known[]): string {
  const rows = Array.from({ length: LISTING_ENTRIES }, (_, at) => {
    const { title: made, authors } = papers.at(UNKNOWN_FROM + at);
    const paper = at % LISTING_KNOWN_EVERY === 0 ? known[(at / LISTING_KNOWN_EVERY) % known.length] : null;
    const title = paper?.title ?? made;
    const id = paper?.arxiv ?? `2511.${String(10_000 + at)}`;
    const names = authors.map((author) => `<a href="/search">${escaped(author.toReversed().join(' '))}</a>`);
    return `<dt><a name="item${at}">[${at}]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
[<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/html/${id}">html</a>]</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${escaped(title)}</div>
<div class="list-authors">${names.join(', ')}</div></div></dd>`;
  });
  return page(
    `<div id="content"><div id="dlpage"><h1>Machine Learning</h1><dl id="articles">${rows.join('\n')}</dl></div></div>`,
  );
}

/** Paragraphs, lists and headings with a known title every 5,000 bytes, in quotation marks or as a list's item. */
function running(papers: MadePapers, known: readonly Known[], bytes: number, seed: number): string {
  const random = randomFrom(seed);
  const { abstracts } = papers.source;
  const sentence = () => escaped(pickFrom(pickFrom(abstracts, random) ?? [], random) ?? 'And so on.');
  const parts: string[] = [];
  let [length, nextTitle] = [0, 0];
  while (length < bytes) {
    const sentences = Array.from({ length: SENTENCES_PER_PARAGRAPH }, sentence);
    if (length >= nextTitle) {
      sentences.splice(3, 0, `See <em>“${escaped(pickFrom(known, random)?.title ?? '')}”</em>.`);
      nextTitle += BYTES_PER_TITLE;
    }
    const [first = '', ...rest] = sentences;
    const item =
      random() < 0.2 ? `<ul><li>${first}</li><li><a href="/x">${rest.pop() ?? ''}</a></li></ul>` : '';
    const part = `<p>${item === '' ? first : ''} ${rest.join(' ')}</p>\n${item}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
