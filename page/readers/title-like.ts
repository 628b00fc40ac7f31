const TITLE_MAX_CHARS = 1_000;
const TITLE_MIN_CHARS = 20;
const TITLE_MIN_WORDS = 3;

/** Words that label a link instead of naming a paper: "[PDF]", "arXiv paper", "Project page". */
const LABEL_WORDS =
  /^(?:arxiv|preprint|paper|papers|pdf|ps|html|abs|abstract|full|text|link|links|code|github|git|repo|repository|project|page|website|site|web|blog|post|demo|video|videos|slides|poster|talk|doi|openreview|acl|anthology|pubmed|scholar|google|crossref|medline|semantic|bibtex|bib|cite|citation|source|official|implementation|pytorch|tensorflow|jax|hugging|face|supp|supplementary|supplemental|material|materials|article|publication|journal|version|download|view|read|k|kb|mb|open|access|free|here|more|the|this|our|a|an|to|on|in|at|via|from|of|and|for)$/;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|doi\b|10\.\d{4})/i;
const ARXIV =
  /^(?:arxiv\s*:\s*)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\s*\[[^\]]*\])?$/i;
/** "Laine & Aila (2017)", "Xie et al. 2020": a citation, not a title. */
const AUTHOR_YEAR =
  /(?:\bet al\b|&|\band\b|^[\p{Lu}][\p{L}'’-]+,?\s).{0,40}?\(?\b(?:19|20)\d\d[a-z]?\)?\.?$/u;
const CITATION_MAX_CHARS = 60;
/** Prose around a link ("this ECCV22 paper"); a title would start with a capital here. */
const PROSE_START =
  /^(?:an?|the|this|that|these|those|our|their|his|her|its|my|your|in|of|on|to|and|or|by|with|from|see|here|is|are)\s/;
/** "Find the paper here", "Read the full article": an invitation to follow the link. */
const INVITATION =
  /^(?:find|see|read|check|click|view|get|download)\s.{0,40}\b(?:here|paper|pdf|article|text|online)\W*$/i;

const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s/|,;:()[\]]+/).filter((word) => word !== '');

/** Whether a text only labels a link: "[PDF]", "arXiv", "Project page", an address, an identifier. */
export function isLabel(text: string): boolean {
  const words = wordsOf(text.toLowerCase());
  return words.length <= 6 && words.every((word) => LABEL_WORDS.test(word) || !/\p{L}/u.test(word));
}

const isIdentifier = (text: string): boolean => ADDRESS.test(text) || ARXIV.test(text);

/** Whether a link's text says nothing of its own (a label, an address, a badge's picture): the title stands beside it. */
export function pointsBeside(text: string): boolean {
  return text === '' || isIdentifier(text) || (isLabel(text) && /\p{L}/u.test(text));
}

/**
 * Whether a link's text can be a title: three words or twenty characters, no address, identifier, label, author-year
 * citation or prose. `text` is one line.
 */
export function looksLikeTitle(text: string): boolean {
  if (text.length > TITLE_MAX_CHARS) return false;
  const words = wordsOf(text);
  if (words.length < TITLE_MIN_WORDS && text.length < TITLE_MIN_CHARS) return false;
  if (isIdentifier(text) || isLabel(text) || PROSE_START.test(text)) return false;
  if (INVITATION.test(text)) return false;
  if (text.length <= CITATION_MAX_CHARS && AUTHOR_YEAR.test(text)) return false;
  // A cased script without one capital is prose ("page 6 of a paper"); Chinese or Arabic has no case to ask.
  return /\p{L}/u.test(text) && (/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text));
}
