import { arxivIdOfUrl } from '../../core/identity/arxiv-id';
import { doiOfUrl } from '../../core/identity/doi';

const HREF_MAX_CHARS = 2_000;

/** What a link says of the paper it leads to. At least one of the identifiers, or a page known to be a paper's. */
export interface PaperLink {
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** The address itself, without fragment. */
  readonly url: string;
  readonly isPdf: boolean;
}

/** An address of the page as a URL; null for what is malformed, endless or not http(s). */
export function resolveLink(href: string | null, base: URL): URL | null {
  if (href === null || href.length > HREF_MAX_CHARS) return null;
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** The address relative links start from: the page's `<base>` counts only within the page's own origin. */
export function baseOf(doc: Document, url: URL): URL {
  const stated = resolveLink(doc.querySelector('base[href]')?.getAttribute('href') ?? null, url);
  return stated !== null && stated.origin === url.origin ? stated : url;
}

/** The address without its fragment, which names a place on a page and not a page. */
export function withoutFragment(url: URL): string {
  return url.hash === '' ? url.href : url.href.slice(0, url.href.length - url.hash.length);
}

/** Sites that give papers a page but no identifier we know, and the paths of those pages. As of 2026-11. */
const PAPER_PAGES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)openreview\.net$/, path: /^\/(?:forum|pdf)\?(?:.{0,200}&)?id=/ },
  {
    host: /(?:^|\.)acl(?:anthology|web)\.org$/,
    path: /^\/(?:anthology\/)?(?:[A-Z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)(?:\.pdf|\/)?$/,
  },
  { host: /^proceedings\.mlr\.press$/, path: /^\/v\d+\/[\w-]+(?:\.html|\/[\w-]+\.pdf)$/ },
  { host: /^(?:proceedings\.neurips\.cc|papers\.n(?:eur)?ips\.cc)$/, path: /^\/paper(?:_files)?\/./ },
  { host: /^openaccess\.thecvf\.com$/, path: /^\/content.*\.(?:html|pdf)$/ },
];

function isPaperPage(url: URL): boolean {
  const page = PAPER_PAGES.find(({ host }) => host.test(url.hostname));
  return page !== undefined && page.path.test(url.pathname + url.search);
}

/** The paper an address leads to (arXiv, DOI, Hugging Face Papers, OpenReview, proceedings), or null. */
function paperOfUrl(url: URL): PaperLink | null {
  const arxiv = arxivIdOfUrl(url);
  const doi = doiOfUrl(url);
  if (arxiv === null && doi === null && !isPaperPage(url)) return null;
  return { arxiv, doi, url: withoutFragment(url), isPdf: /^\/pdf\b|\.pdf$/i.test(url.pathname) };
}

/** Addresses worth parsing. Fifty thousand `new URL` cost a second on a slow machine, this test a hundredth of it. */
const WORTH_PARSING =
  /arxiv|ar5iv|alphaxiv|lanl\.gov|openreview|aclanthology|aclweb|mlr\.press|n(?:eur)?ips\.cc|thecvf|huggingface|hf\.co|10\.\d{4,9}(?:\/|%2f)/i;

/** Like `paperOfUrl`, for the raw attribute of a link. */
export function paperOfHref(href: string | null, base: URL): PaperLink | null {
  if (href === null || href.startsWith('#') || href.length > HREF_MAX_CHARS) return null;
  const isRelative = !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
  if (!WORTH_PARSING.test(isRelative ? `${base.hostname}${href}` : href)) return null;
  const url = resolveLink(href, base);
  return url === null ? null : paperOfUrl(url);
}
