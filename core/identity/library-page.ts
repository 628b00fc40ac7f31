import { httpUrl } from './links';

interface Library {
  readonly host: RegExp;
  /** Of path and query. */
  readonly path: RegExp;
  /** `$1`, `$2` are what `path` caught. */
  readonly page: string;
}

/** Where libraries that give papers ids of their own keep each one's page, and what else leads there. As of 2026-11. */
const LIBRARIES: readonly Library[] = [
  {
    host: /^openreview\.net$/,
    path: /^\/(?:pdf|attachment|forum)\?(?:[^#]*&)?id=([\w-]{1,40})(?:[&#].*)?$/,
    page: 'https://openreview.net/forum?id=$1',
  },
  {
    host: /^(?:www\.)?acl(?:anthology|web)\.org$/,
    path: /^\/(?:anthology\/)?([A-Z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)(?:v\d+)?(?:\.pdf|\/)?$/,
    page: 'https://aclanthology.org/$1/',
  },
  {
    host: /^proceedings\.mlr\.press$/,
    path: /^\/(v\d+)\/([\w-]+)(?:\/[\w-]+\.pdf|\.html)$/,
    page: 'https://proceedings.mlr.press/$1/$2.html',
  },
  {
    host: /^(?:proceedings\.neurips\.cc|papers\.n(?:eur)?ips\.cc)$/,
    path: /^\/(paper_files\/paper|paper)\/(\d{4})\/(?:file|hash)\/([0-9a-f]{32})-(?:Paper|Abstract)([\w-]*)\.(?:pdf|html)$/,
    page: 'https://proceedings.neurips.cc/$1/$2/hash/$3-Abstract$4.html',
  },
  {
    host: /^openaccess\.thecvf\.com$/,
    path: /^\/(content[\w/]*)\/(?:papers|html)\/([\w-]+_paper)\.(?:pdf|html)$/,
    page: 'https://openaccess.thecvf.com/$1/html/$2.html',
  },
  {
    host: /^(?:pubmed|www)\.ncbi\.nlm\.nih\.gov$|^(?:www\.)?europepmc\.org$/,
    path: /^\/(?:pubmed\/|(?:abstract|article)\/med\/)?(\d{1,8})\/?(?:\?.*)?$/i,
    page: 'https://pubmed.ncbi.nlm.nih.gov/$1/',
  },
  {
    host: /^(?:pmc|www)\.ncbi\.nlm\.nih\.gov$|^(?:www\.)?europepmc\.org$/,
    path: /^\/(?:pmc\/)?(?:articles?\/)(?:pmc\/)?PMC(\d{1,9})(?:\/.*)?$/i,
    page: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC$1/',
  },
];

/** The page of a library that an address leads to, in one spelling whatever leads there (PDF, mirror, old address), or null. */
export function libraryPageOf(url: URL): string | null {
  const path = url.pathname + url.search;
  const library = LIBRARIES.find((each) => each.host.test(url.hostname) && each.path.test(path));
  return library ? path.replace(library.path, library.page) : null;
}

/** Of the Association for Computational Linguistics: the ids of its papers, in small letters, follow this prefix. */
const ACL_PREFIX = '10.18653/v1/';
const ACL_ID = /^(?:[a-z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)$/;
const ACL_PAGE = /^https:\/\/aclanthology\.org\/(.+)\/$/;

/** The DOI that a paper of the Anthology usually has, by its page; null for other pages. */
export function likelyDoiOf(page: string | null): string | null {
  const acl = ACL_PAGE.exec(page ?? '')?.[1];
  return acl === undefined ? null : `${ACL_PREFIX}${acl.toLowerCase()}`;
}

/**
 * What says the same of two papers when their pages in a library are the same: those that they state, and the Anthology's by
 * its DOI. Empty for papers that no library has.
 */
export function libraryPagesOf({
  doi,
  url,
  pdf,
}: Readonly<Record<'doi' | 'url' | 'pdf', string | null>>): readonly string[] {
  const acl = doi?.startsWith(ACL_PREFIX) ? doi.slice(ACL_PREFIX.length) : '';
  const stated = [url, pdf].flatMap((address) => {
    const href = httpUrl(address);
    return (href && libraryPageOf(new URL(href))) ?? [];
  });
  const all = ACL_ID.test(acl) ? [...stated, `https://aclanthology.org/${acl}/`] : stated;
  // The Anthology's ids come in either case.
  return [...new Set(all.map((page) => (ACL_PAGE.test(page) ? page.toLowerCase() : page)))];
}
