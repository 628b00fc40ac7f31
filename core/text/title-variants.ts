/** Conferences and journals as they are named beside a title; only with one of these or a year is a tail a venue. */
const VENUE_NAMES =
  'NeurIPS|NIPS|ICML|ICLR|AISTATS|UAI|COLT|CoRL|COLM|AAAI|IJCAI|KDD|WWW|SIGIR|WSDM|CIKM|RecSys|ACL|NAACL|EACL|AACL|TACL|EMNLP|CoNLL|COLING|LREC|WMT|SemEval|CVPR|ICCV|ECCV|WACV|BMVC|MICCAI|ICIP|SIGGRAPH|ICRA|IROS|RSS|RA-L|INTERSPEECH|ICASSP|ASRU|SLT|JMLR|TMLR|TPAMI|PAMI|IJCV|VLDB|SIGMOD|ICDE|ICSE|FSE|CHI|UIST|OSDI|SOSP|NSDI|MLSys|USENIX|arXiv|CoRR|Nature|Science|PNAS';
const YEAR = "(?:(?:19|20)\\d{2}|['’]\\d{2})";
const VENUE = `(?:${VENUE_NAMES})(?:[- ]?(?:findings|workshop|main|long|short|oral|spotlight|poster|${YEAR}|\\d{2}))*`;
const SOURCE =
  'PDF|HTML|PS|DOC|BOOK|B|CITATION|C|PAPER|ARXIV|CODE|GITHUB|PROJECT|PROJECT PAGE|WEBSITE|BLOG|SLIDES|VIDEO';
const ARXIV_ID =
  '(?:arXiv[: ] ?)?(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,9}(?:\\.[A-Za-z-]{2,10})?/\\d{7})(?:v\\d{1,2})?';

/** "[Re]" of reproductions is not in it: "[Re] X" is another paper than "X". */
const BRACKETED_HEAD = new RegExp(`^\\[(?:\\d{1,4}|${SOURCE}|${ARXIV_ID}|${VENUE})\\]\\s*`, 'i');
/** Needs a gap after it: "1.58-bit", "3D" and "2.5D" are no list numbers. */
const LIST_NUMBER = /^(?:\(\d{1,4}\)|\d{1,4}[.)]|#\d{1,4}|[•‣▪*-])\s+/;
const DESCRIPTOR = /^(?:paper )?title\s?:\s*/i;
const HEADS = [BRACKETED_HEAD, LIST_NUMBER, DESCRIPTOR];

const STOPS = /[\s.,;:|·–—-]+$/;
const LINK_TAIL = new RegExp(`\\s*[[(](?:${SOURCE})[\\])]$`, 'i');
const ARXIV_TAIL = new RegExp(
  `[\\s.,]*(?:\\(|\\[)?(?:arXiv preprint |arXiv e-prints?,? |CoRR,? (?:abs/)?)?${ARXIV_ID}(?: ?\\[[a-zA-Z.-]{2,20}\\])?(?:\\)|\\])?(?:,? ?\\(?${YEAR}\\)?)?$`,
  'i',
);
const YEAR_TAIL = new RegExp(`(?:\\s*[([]${YEAR}[a-z]?[)\\]]|,\\s*${YEAR})$`);
const VENUE_TAIL = new RegExp(
  `(?:\\s*[([](?:[Ii]n |at |[Aa]ccepted (?:at|to|by) )?(?:${VENUE}|[^()[\\]]{2,60}\\b${YEAR})[)\\]]|[.,]\\s+(?:[Ii]n )?(?:${VENUE_NAMES})[- ]?${YEAR})$`,
);
/** All tails end so; most titles do not, and are spared the search for one. */
const TAIL_ENDS = /[\])\d]$/;
const TAILS = [LINK_TAIL, ARXIV_TAIL, YEAR_TAIL, VENUE_TAIL];

/** Nothing seen has more prefixes than "[3] [PDF] [C] Title:" or more tails than "(NeurIPS 2020) [pdf] [code]". */
const ROUNDS_MAX = 4;

function withoutFirst(text: string, patterns: readonly RegExp[]): string {
  for (const pattern of patterns) {
    const rest = text.replace(pattern, '');
    if (rest !== text) return rest;
  }
  return text;
}

function withoutTail(text: string): string {
  const stopped = text.replace(STOPS, '');
  return TAIL_ENDS.test(stopped) ? withoutFirst(stopped, TAILS) : stopped;
}

/** What is left after each cut, until nothing more comes off. */
function cuts(text: string, cut: (text: string) => string): string[] {
  const left: string[] = [];
  let rest = text;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const next = cut(rest);
    if (next === rest) break;
    left.push(next);
    rest = next;
  }
  return left;
}

/** The title without the descriptor that arXiv and others put before it ("Title:"). */
export function withoutDescriptor(title: string): string {
  return title.replace(DESCRIPTOR, '');
}

/**
 * A title as it stands on a page, then without list numbers and prefixes, then with its tails off, one after the
 * other; likeliest first. Expects plain text of one line, bounded in length. Never cuts at a colon.
 */
export function titleVariants(title: string): string[] {
  const headless = cuts(title, (text) => withoutFirst(text, HEADS)).at(-1) ?? title;
  return [title, headless, ...cuts(headless, withoutTail)];
}
