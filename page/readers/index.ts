import { ownPaper } from './own-paper';
import { isBefore, pagePapers } from './page-papers';
import type { PageMention, Reader } from './reader';

/** More papers than any list of one page shows; what lies beyond is not read. */
export const MENTIONS_MAX = 5_000;

// A page can name a form or an image "querySelector" and so hide the document's own method, in our world too: then
// the call throws, and the page is one without papers.
function fits(reader: Reader, url: URL, doc: Document): boolean {
  try {
    return reader.fits(url, doc);
  } catch {
    return false;
  }
}

function isWebPage(doc: Document): boolean {
  const root: Element | null = doc.documentElement;
  return root !== null && root.localName === 'html' && root.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/**
 * The readers for a page, in the order to read with them: the first of the site's own that fits, else the generic ones.
 * None for SVG and XML.
 */
export function pickReaders(url: URL, doc: Document, siteReaders: readonly Reader[]): readonly Reader[] {
  if (!isWebPage(doc)) return [];
  const own = siteReaders.find((reader) => fits(reader, url, doc));
  if (own?.about === 'list') return [own];
  return [own ?? ownPaper, pagePapers].filter((reader) => fits(reader, url, doc));
}

/** Whether the readers find every paper that the page names, so that its running text need not be read. */
export function isReadWhole(url: URL, doc: Document, siteReaders: readonly Reader[]): boolean {
  return !isWebPage(doc) || pickReaders(url, doc, siteReaders)[0]?.isComplete === true;
}

function* readSafely(reader: Reader, doc: Document, url: URL): Generator<PageMention | null> {
  try {
    yield* reader.read(doc, url);
  } catch {
    // See `fits`: what was found until here stands.
  }
}

const sharesPlace = (one: PageMention, other: PageMention): boolean =>
  one.target.some((node) =>
    other.target.some((place) => node === place || place.contains(node) || node.contains(place)),
  );

/** Whether a DOI is the paper's or, as publishers number figures and views, one below it (`…0000001.g001`, `…/metrics`). */
const isWithin = (doi: string | null, own: string | null): boolean =>
  doi !== null &&
  own !== null &&
  (doi === own || (doi.startsWith(own) && /[./]/.test(doi.charAt(own.length))));

/** Whether a link only leads to the paper that the page is about, or stands where it is shown. */
function repeats(found: PageMention, own: PageMention): boolean {
  const { arxiv, doi, url } = found.mention;
  if (arxiv !== null && arxiv === own.mention.arxiv) return true;
  if (isWithin(doi, own.mention.doi) || (url !== null && url === own.mention.url)) return true;
  return sharesPlace(found, own);
}

function* readAll(readers: readonly Reader[], doc: Document, url: URL): Generator<PageMention | null> {
  const [first, second] = readers;
  if (first === undefined) return;
  if (second === undefined) {
    yield* readSafely(first, doc, url);
    return;
  }
  const waiting: PageMention[] = [];
  for (const found of readSafely(first, doc, url)) {
    if (found) waiting.push(found);
    yield null;
  }
  const own = [...waiting];
  for (const found of readSafely(second, doc, url)) {
    if (found === null) {
      yield null;
      continue;
    }
    if (own.some((mention) => repeats(found, mention))) continue;
    while (waiting[0] !== undefined && isBefore(waiting[0], found)) yield* waiting.splice(0, 1);
    yield found;
  }
  yield* waiting;
}

/**
 * Every mention of a page in page order, each place once, at most 5,000; lazily, so that the scan can stop for breath
 * between two, and at each null. Never throws, whatever the page.
 */
export function* readPage(
  url: URL,
  doc: Document,
  siteReaders: readonly Reader[],
): Generator<PageMention | null> {
  let count = 0;
  const readers = pickReaders(url, doc, siteReaders);
  yield null;
  for (const found of readAll(readers, doc, url)) {
    yield found;
    if (found && ++count >= MENTIONS_MAX) return;
  }
}
