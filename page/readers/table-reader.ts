import {
  authorsIn,
  baseOf,
  doiOfUrl,
  findDoi,
  mergeFacts,
  ownPaper,
  pageMention,
  paperOfHref,
  type PageMention,
  type PaperFacts,
  readPaperLinks,
  type Reader,
  resolveLink,
  textOf,
  titleNodes,
  withoutFragment,
  yearOf,
} from './kit';

/** Links of a row that are asked for identifiers; what comes later is the row's small print. */
const ROW_LINKS_MAX = 30;
/** Cut off by the site: a start that is not the abstract. */
const CUT_OFF = /(?:…|\.\.\.)\s*$/;

/** Where a list's entries show what; each field is a selector within the row. */
export interface RowTable {
  /** One entry, as a selector of the page. */
  readonly row: string;
  /** The title, and nothing else but `notTitle`. */
  readonly title: string;
  /** Parts of the title's element that are none of it: "[PDF]", an icon's label. */
  readonly notTitle?: string;
  /** What the site writes behind a title: DBLP's stop. */
  readonly afterTitle?: RegExp;
  /** The link to the paper; by default the one around or in the title. */
  readonly link?: string;
  /** An element for each author, or one that holds them all. */
  readonly authors?: string;
  /** The whole abstract; one that ends in dots is not handed over. */
  readonly abstract?: string;
  /** A heading or a button inside the abstract. */
  readonly notAbstract?: string;
  readonly year?: string;
  readonly venue?: string;
  /** What selectors cannot say. Goes before what they say. */
  readonly more?: (row: Element, address: URL | null) => PaperFacts;
}

/** Where a site shows papers, as data. */
export interface PageTable {
  readonly name: string;
  /** Whether a page is of this kind; by default one that has any of the rows. */
  readonly fits?: (url: URL, doc: Document) => boolean;
  /** On a page about one paper: what its head leaves out. */
  readonly own?: (doc: Document) => PaperFacts;
  readonly rows?: readonly RowTable[];
  /** Parts of the page whose links to papers are read: references, posts, comments. */
  readonly links?: string;
}

function linkOf(row: Element, title: Element, table: RowTable): Element | null {
  const stated = table.link === undefined ? null : row.querySelector(table.link);
  return stated ?? title.closest('a[href]') ?? title.querySelector('a[href]');
}

/** Identifiers by the links of a row, the paper's own link first. */
function identifiersOf(row: Element, link: Element | null, base: URL): PaperFacts {
  let found: PaperFacts = {};
  const links = [link, ...[...row.querySelectorAll('a[href]')].slice(0, ROW_LINKS_MAX)];
  for (const anchor of links) {
    const paper = paperOfHref(anchor?.getAttribute('href') ?? null, base);
    if (paper === null) continue;
    const { arxiv, doi } = paper;
    found = mergeFacts(found, { arxiv, doi, pdf: paper.isPdf ? paper.url : null });
  }
  return found;
}

function rowMention(row: Element, table: RowTable, base: URL): PageMention | null {
  const element = row.matches(table.title) ? row : row.querySelector(table.title);
  if (element === null) return null;
  const { notTitle, notAbstract } = table;
  const isForeign = notTitle === undefined ? undefined : (part: Element) => part.matches(notTitle);
  const part = (selector: string | undefined) =>
    selector === undefined ? null : row.querySelector(selector);
  const link = linkOf(row, element, table);
  const address = resolveLink(link?.getAttribute('href') ?? null, base);
  const abstract = textOf(
    part(table.abstract),
    notAbstract === undefined ? undefined : (inner) => inner.matches(notAbstract),
  );
  const title = textOf(element, isForeign);
  const facts: PaperFacts = {
    ...identifiersOf(row, link, base),
    title: table.afterTitle === undefined ? title : title.replace(table.afterTitle, ''),
    authors: table.authors === undefined ? [] : authorsIn([...row.querySelectorAll(table.authors)]),
    abstract: CUT_OFF.test(abstract) ? null : abstract,
    year: yearOf(textOf(part(table.year))),
    venue: textOf(part(table.venue)),
    url: address && withoutFragment(address),
  };
  const stated = table.more?.(row, address);
  const handle = link !== null && !link.contains(element) && !element.contains(link) ? link : null;
  return pageMention(stated ? mergeFacts(stated, facts) : facts, titleNodes(element, isForeign), handle);
}

function* readOwn(doc: Document, url: URL, more: (doc: Document) => PaperFacts): Generator<PageMention> {
  for (const found of ownPaper.read(doc, url)) {
    if (found) yield pageMention(mergeFacts(found.mention, more(doc)), found.target) ?? found;
  }
}

/** Elements of a page as they come, those inside the one before left out: what is read is not read again. */
function* outermost(doc: Document, selector: string): Generator<Element> {
  let last: Element | null = null;
  for (const element of doc.querySelectorAll(selector)) {
    if (last?.contains(element)) continue;
    last = element;
    yield element;
  }
}

function* readTable(table: PageTable, doc: Document, url: URL): Generator<PageMention | null> {
  const { rows = [], links } = table;
  const base = baseOf(doc, url);
  const own = table.own ? [...readOwn(doc, url, table.own)] : [];
  yield* own;
  const selectors = [...rows.map(({ row }) => row), ...(links === undefined ? [] : [links])];
  if (selectors.length === 0) return;
  for (const element of outermost(doc, selectors.join())) {
    if (own.some(({ target }) => target.some((node) => element.contains(node)))) continue;
    const row = rows.find((each) => element.matches(each.row));
    if (row === undefined) yield* readPaperLinks(element, { url, base, allowPlain: false });
    else yield rowMention(element, row, base);
  }
}

/** A DOI that an element states, in an attribute or as its text; null for none. */
export function doiIn(element: Element | null, attribute?: string): string | null {
  return findDoi((attribute === undefined ? textOf(element) : element?.getAttribute(attribute)) ?? '');
}

/** The DOI in an address, where the site's paths hold one. */
export const doiOfAddress = (address: URL | null): string | null => address && doiOfUrl(address);

/** A reader by its table. What it finds is all there is on a page, the links outside of `links` included. */
export function tableReader(table: PageTable): Reader {
  const marks = [...(table.rows ?? []).map(({ row }) => row), ...(table.links ? [table.links] : [])].join();
  return {
    name: table.name,
    about: 'list',
    fits: (url, doc) =>
      table.fits ? table.fits(url, doc) : marks !== '' && doc.querySelector(marks) !== null,
    read: (doc, url) => readTable(table, doc, url),
  };
}
