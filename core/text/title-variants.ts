/** Conferences and journals as they are named beside a title; only with one of these or a year is a tail a venue. */
export const VENUE_NAMES =
  'NeurIPS|NIPS|ICML|ICLR|AISTATS|UAI|COLT|CoRL|COLM|AAAI|IJCAI|KDD|WWW|SIGIR|WSDM|CIKM|RecSys|ACL|NAACL|EACL|AACL|TACL|EMNLP|CoNLL|COLING|LREC|WMT|SemEval|CVPR|ICCV|ECCV|WACV|BMVC|MICCAI|ICIP|SIGGRAPH|ICRA|IROS|RSS|RA-L|INTERSPEECH|ICASSP|ASRU|SLT|JMLR|TMLR|TPAMI|PAMI|IJCV|VLDB|SIGMOD|ICDE|ICSE|FSE|CHI|UIST|OSDI|SOSP|NSDI|MLSys|USENIX|arXiv|CoRR|Nature|Science|PNAS';
/** Libraries, as titles of pages name them. */
const SITE_NAMES =
  'arXiv\\.org|ar5iv|OpenReview|ScienceDirect|Semantic Scholar|Google Scholar|SpringerLink|Springer|IEEE Xplore|ACM Digital Library|ACL Anthology|PubMed|PMC|bioRxiv|medRxiv|Hugging Face|ResearchGate|Papers [Ww]ith Code';
const YEAR = "(?:(?:19|20)\\d{2}|['’]\\d{2})";
const KIND =
  '[Oo]ral|[Ss]potlight|[Pp]oster|[Hh]ighlight|[Bb]est [Pp]aper(?: [Aa]ward)?|[Oo]utstanding [Pp]aper';
const VENUE = `(?:${VENUE_NAMES})(?:[- ]?(?:[Ff]indings|[Ww]orkshop|[Mm]ain|[Ll]ong|[Ss]hort|[Pp]reprint|e-print|${KIND}|${YEAR}|\\d{2})){0,4}(?: \\((?:${KIND})\\))?`;
const SOURCE =
  'PDF|HTML|PS|DOC|BOOK|B|CITATION|C|PAPER|ARXIV|CODE|GITHUB|PROJECT|PROJECT PAGE|WEBSITE|BLOG|SLIDES|VIDEO';
/** What Chinese references call the kind of a work (GB/T 7714): journal, thesis, book, online. */
const GB_KIND = '(?:J|D|M|N|R|S|C|EB|DB|CP)(?:/OL)?';
const ARXIV_ID =
  '(?:arXiv[: ] ?)?(?:\\d{4}\\.\\d{4,5}|[a-z-]{2,9}(?:\\.[A-Za-z-]{2,10})?/\\d{7})(?:v\\d{1,2})?';

/** "[Re]" of reproductions is not in it: "[Re] X" is another paper than "X". */
const BRACKETED_HEAD = new RegExp(`^[[【](?:\\d{1,4}|${SOURCE}|${ARXIV_ID}|${VENUE})[\\]】]\\s*`, 'i');
/** "[ZITATION]", "[图书]": the same in other languages; "[FJW+21]", "[Feng et al., 2021]", "(ICLR 2022)": keys of references and venues. */
const CAPITAL_HEAD = /^[[【](?!RE[\]】])[\p{Lu}\p{Lo}]{1,12}[\]】]\s*/u;
const DATED_HEAD = new RegExp(
  `^(?:[[【][^[\\]【】]{1,60}(?:${YEAR}|(?<=\\p{L}\\+?)\\d\\d)[a-z]?[\\]】]|\\((?:${VENUE}|${YEAR})\\)|(?:${VENUE_NAMES})[- ]?${YEAR}\\s?[:|–—-](?=\\s)|${YEAR}\\s[–—-](?=\\s))\\s*`,
  'u',
);
/** Needs a gap after it: "1.58-bit", "3D" and "2.5D" are no list numbers. */
const LIST_NUMBER =
  /^(?:\(\d{1,4}\)|\d{1,4}[.)]|(?:\d{1,2}\.){2,4}|#\d{1,4}|\(?(?:[a-z]|[ivxl]{1,5})\)|[ivxl]{1,5}\.|[•‣▪*-])\s+/i;
const DESCRIPTOR = /^(?:(?:paper )?title|paper|pdf|preprint|article)\s?:\s*/i;
/** The one that is dropped for good: what is shown and filed has no other taken off. */
const TITLE_DESCRIPTOR = /^(?:paper )?title\s?:\s*/i;
const HEADS = [BRACKETED_HEAD, LIST_NUMBER, DESCRIPTOR, CAPITAL_HEAD, DATED_HEAD];

const STOPS = /[\s.,;:|·–—-]+$/;
/** Not those of "A*" and "L²". */
const MARKS_OF_NOTES = /(?<=\p{L}{2})[*†‡§¶⁰¹²³⁴-⁹]+$/u;
const LINK_TAIL = new RegExp(`\\s*[[(](?:${SOURCE}|${GB_KIND}|${KIND})[\\])]$`, 'i');
const CITED_TAIL = /\s*\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}\]$/;
const ARXIV_TAIL = new RegExp(
  `[\\s.,]*(?:\\(|\\[)?(?:arXiv preprint |arXiv e-prints?,? |CoRR,? (?:abs/)?)?${ARXIV_ID}(?: ?\\[[a-zA-Z.-]{2,20}\\])?(?:\\)|\\])?(?:,? ?\\(?${YEAR}\\)?)?$`,
  'i',
);
const YEAR_TAIL = new RegExp(`(?:\\s*[([]${YEAR}[a-z]?[)\\]]|(?:,|\\s[·|–—-])\\s*${YEAR})$`);
const VENUE_TAIL = new RegExp(
  `(?:\\s*[([](?:[Ii]n |at |[Aa]ccepted (?:at|to|by) )?(?:${VENUE}|[^()[\\]]{2,60}\\b${YEAR})[)\\]]|(?:,|\\s[·|@–—-])\\s+(?:[Ii]n )?${VENUE}|[.]\\s+(?:(?:[Ii]n )?(?:${VENUE_NAMES})[- ]?${YEAR}|arXiv(?: (?:preprint|e-print))?)|\\s(?:${VENUE_NAMES})[- ]?${YEAR})$`,
);
const SITE_TAIL = new RegExp(`\\s[·|–—-]\\s(?:${SITE_NAMES})$`);
/** ", Feng et al. (2021)" and "by Feng et al.": shorter names of authors could be words of the title. */
const AUTHORS_TAIL = new RegExp(
  `(?:,|\\.|\\s[–—-]|\\sby)\\s\\(?\\p{Lu}[\\p{L}'’-]{1,30},? et al(?:\\.?,? \\(?${YEAR}\\)?)?$`,
  'u',
);
const FILE_TAIL = /\.pdf$/i;
/** All tails end so, or follow a sign that parts; most titles do not, and are spared the search for one. */
const MAY_HAVE_TAIL = /[\])\d]$|[.,·|@]\s|\s[–—-]\s|et al$|[*†‡§¶⁰¹²³⁴-⁹]$|\.pdf$/i;
const TAILS = [
  LINK_TAIL,
  CITED_TAIL,
  ARXIV_TAIL,
  YEAR_TAIL,
  VENUE_TAIL,
  SITE_TAIL,
  AUTHORS_TAIL,
  MARKS_OF_NOTES,
  FILE_TAIL,
];

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
  return MAY_HAVE_TAIL.test(stopped) ? withoutFirst(stopped, TAILS) : stopped;
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
  return title.replace(TITLE_DESCRIPTOR, '');
}

/**
 * A title as it stands on a page, then without list numbers and prefixes, then with its tails off, one after the
 * other; likeliest first. Expects plain text of one line, bounded in length. Never cuts at a colon.
 */
export function titleVariants(title: string): string[] {
  const headless = cuts(title, (text) => withoutFirst(text, HEADS)).at(-1) ?? title;
  return [title, headless, ...cuts(headless, withoutTail)];
}
