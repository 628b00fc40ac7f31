import { doiOfUrl } from './doi';
import { percentDecoded } from './percent';

/** Archives of the ids given until March 2007 (arxiv.org/category_taxonomy and the archives merged since). */
const OLD_ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';
const MONTH = '(?:0[1-9]|1[0-2])';

/** 0704 to 1412 with four digits, 1501 and later with five. */
const FOUR_DIGITS = `(?:070[4-9]|071[0-2]|(?:0[89]|1[0-4])${MONTH})\\.\\d{4}`;
const FIVE_DIGITS = `(?:1[5-9]|[2-9]\\d)${MONTH}\\.\\d{5}`;
const OLD_STYLE = `(?:${OLD_ARCHIVES})(?:\\.[a-z][a-z-]{1,9})?/(?:9[1-9]|0[0-7])${MONTH}\\d{3}`;
const ANY_ID = `${FOUR_DIGITS}|${FIVE_DIGITS}|${OLD_STYLE}`;
/** Neither a longer number nor a longer word. */
const END = '(?:v\\d{1,3})?(?![\\p{L}\\p{N}_]|[.-]\\d)';

/** What says that an id follows: "arXiv:", "abs/" of BibTeX, arXiv's addresses, arXiv's DOIs. */
const PREFIX =
  '(?<![\\p{L}\\p{N}-])(?:arxiv\\.org/[a-z-]{2,8}/|(?:www\\.)?huggingface\\.co/papers/|(?<!/)abs/|arxiv ?[:.]? ?|10\\.48550/arxiv\\.)';
const PREFIXED = new RegExp(`${PREFIX}(${ANY_ID})${END}`, 'iu');
/** A bare number of the old length is too often an amount or a page: it counts when it is all there is, or in brackets. */
const BARE = new RegExp(`(?<![\\p{L}\\p{N}_./:-])(${FIVE_DIGITS}|${OLD_STYLE})${END}`, 'iu');
const ALONE = new RegExp(`(?:^\\s?|\\[)(${ANY_ID})(?:v\\d{1,3})?(?:\\s?$|\\])`, 'iu');

/** The class is no part of the identity: math.AG/0211159 is math/0211159. */
function canonical(id: string): string {
  return id.toLowerCase().replace(/\.[a-z-]+\//, '/');
}

/**
 * The first arXiv id in a piece of text, without version and prefix (`2110.06014`, `math/0211159`), or null. One with a
 * prefix goes before a bare one.
 */
export function findArxivId(text: string): string | null {
  const found = PREFIXED.exec(text) ?? ALONE.exec(text) ?? BARE.exec(text);
  return found?.[1] === undefined ? null : canonical(found[1]);
}

interface Site {
  readonly host: string;
  /** What stands between the host and the id. */
  readonly path: RegExp;
}

const ARXIV_PATH = /^\/(?:abs|pdf|html|format|e-print|ps|src)\/(?:arxiv:)?/i;

/** Hosts are compared whole or as the end of a subdomain: "arxiv.org.example.com" is not arXiv. As of 2026-11. */
const SITES: readonly Site[] = [
  { host: 'arxiv.org', path: ARXIV_PATH },
  { host: 'xxx.lanl.gov', path: ARXIV_PATH },
  { host: 'ar5iv.org', path: /^\/(?:abs|pdf|html)\//i },
  { host: 'alphaxiv.org', path: /^\/(?:abs|pdf|html|overview)\//i },
  { host: 'huggingface.co', path: /^\/papers\//i },
  { host: 'hf.co', path: /^\/papers\//i },
  { host: 'papers.cool', path: /^\/arxiv\//i },
  { host: 'scirate.com', path: /^\/arxiv\//i },
  { host: 'semanticscholar.org', path: /^\/arxiv\//i },
];
const AT_START = new RegExp(`^(${ANY_ID})(?:v\\d{1,3})?(?:\\.pdf)?(?=$|/)`, 'iu');

function isHost(name: string, host: string): boolean {
  return name === host || name.endsWith(`.${host}`);
}

/** The arXiv id that a web address names (arXiv and its mirrors, Hugging Face Papers, ...), or null. */
export function arxivIdOfUrl(url: URL): string | null {
  const name = url.hostname.replace(/\.$/, '');
  const site = SITES.find(({ host }) => isHost(name, host));
  if (!site) return arxivIdOfDoi(doiOfUrl(url));
  const path = percentDecoded(url.pathname);
  const start = site.path.exec(path)?.[0];
  if (start === undefined) return null;
  const id = AT_START.exec(path.slice(start.length))?.[1];
  return id === undefined ? null : canonical(id);
}

/** The arXiv id in a DOI that arXiv itself registered (`10.48550/arxiv.2110.06014`), or null for any other DOI. */
export function arxivIdOfDoi(doi: string | null): string | null {
  return doi !== null && /^10\.48550\/arxiv\./i.test(doi) ? findArxivId(doi) : null;
}

/** Year and month (1 to 12) in which a paper was posted: its id says so. */
export function postedIn(arxivId: string): { readonly year: number; readonly month: number } | null {
  const digits = /(?:^|\/)(\d{2})(\d{2})/.exec(arxivId);
  if (!digits) return null;
  const yearInCentury = Number(digits[1]);
  return { year: yearInCentury + (yearInCentury >= 91 ? 1900 : 2000), month: Number(digits[2]) };
}
