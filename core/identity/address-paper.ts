import { arxivIdOfUrl } from './arxiv-id';
import { doiOfUrl } from './doi';
import { libraryPageOf, likelyDoiOf } from './library-page';
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

const PDF_PATH = /\.pdf$|\/(?:pdf|epdf|pdfdirect)(?:\/|$)/i;

/** What an address says of a paper, whatever answers there; null when it is no web address or names no paper. */
export function paperOfAddress(address: string): AddressPaper | null {
  const href = httpUrl(address);
  if (href === null) return null;
  const url = new URL(href);
  const [arxiv, doi, landing] = [arxivIdOfUrl(url), doiOfUrl(url), libraryPageOf(url)];
  if (arxiv === null && doi === null && landing === null) return null;
  return {
    arxiv,
    doi,
    likelyDoi: likelyDoiOf(landing),
    page: landing ?? pageLink({ arxiv, doi, url: null }),
    isPdf: isPdfAddress(href),
  };
}

/** Where a link that is counted first leads to in the end: "…/url?q=https://arxiv.org/abs/…". `href` is a sound address. */
export function targetsWithin(href: string): readonly string[] {
  return [...new URL(href).searchParams.values()].flatMap((value) => httpUrl(value) ?? []);
}

/** Whether an address looks like that of a PDF; servers decide, so this is for pages that tell nothing themselves. */
export function isPdfAddress(address: string): boolean {
  return URL.canParse(address) && PDF_PATH.test(new URL(address).pathname);
}
