import { arxivIdOfUrl } from './arxiv-id';
import { doiOfUrl } from './doi';
import { httpUrl, pageLink } from './links';

/** What the address of a page or PDF says of the paper it shows. */
export interface AddressPaper {
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** A DOI that the publisher gives to most of its papers: good to look for, not to be believed unseen. */
  readonly likelyDoi: string | null;
  /** The page that shows title and abstract, where the address is that of a PDF; or the same page. */
  readonly page: string | null;
  readonly isPdf: boolean;
}

interface Landing {
  readonly host: RegExp;
  /** Of path and query. */
  readonly path: RegExp;
  /** `$1`, `$2` are what `path` caught. */
  readonly page: string;
}

/** Where proceedings keep the page of a PDF. As of 2026-11. */
const LANDINGS: readonly Landing[] = [
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
];

/** Of the Association for Computational Linguistics: its papers' ids follow this prefix. */
const ACL_PREFIX = '10.18653/v1/';
const ACL_PAGE = /^https:\/\/aclanthology\.org\/(.+)\/$/;

const PDF_PATH = /\.pdf$|\/(?:pdf|epdf|pdfdirect)(?:\/|$)/i;

function landingOf(url: URL): string | null {
  const path = url.pathname + url.search;
  const landing = LANDINGS.find((each) => each.host.test(url.hostname) && each.path.test(path));
  if (!landing) return null;
  return path.replace(landing.path, landing.page);
}

/** What an address says of a paper, whatever answers there; null when it is no web address or names no paper. */
export function paperOfAddress(address: string): AddressPaper | null {
  const href = httpUrl(address);
  if (href === null) return null;
  const url = new URL(href);
  const [arxiv, doi, landing] = [arxivIdOfUrl(url), doiOfUrl(url), landingOf(url)];
  if (arxiv === null && doi === null && landing === null) return null;
  const acl = ACL_PAGE.exec(landing ?? '')?.[1];
  return {
    arxiv,
    doi,
    likelyDoi: acl === undefined ? null : `${ACL_PREFIX}${acl.toLowerCase()}`,
    page: landing ?? pageLink({ arxiv, doi, url: null }),
    isPdf: isPdfAddress(href),
  };
}

/** Whether an address looks like that of a PDF; servers decide, so this is for pages that tell nothing themselves. */
export function isPdfAddress(address: string): boolean {
  return URL.canParse(address) && PDF_PATH.test(new URL(address).pathname);
}
