import type { PaperBrief } from '../paper';
import { isTellingTitleKey } from '../match/generic-titles';
import { titleKey } from '../text/title-key';
import { VENUE_NAMES } from '../text/title-variants';
import { namesAuthor } from './near-authors';
import { sideAfter, sideBefore, type Side } from './surroundings';
import type { BlockKind, TextBlock, TextRange } from './text-block';

/** Authors and years stand within about a line and a half of a title. */
const NEAR_CHARS = 250;

/** Such a title is nobody's phrase: of 254,000 titles one in a hundred is shorter than both. */
const LONG_LETTERS_MIN = 30;
const LONG_WORDS_MIN = 4;
/** Such a title is one even where nothing else speaks for it, and no word of it has a capital. */
const CERTAIN_LETTERS_MIN = 60;
/** "Attention Is All You Need" has 21; with the capitals of a title it is one. */
const MIDDLING_LETTERS_MIN = 18;
/** "Qwen2.5 Technical Report": a name with a digit is particular. */
const NAMED_LETTERS_MIN = 12;
/** Words of fewer letters have no capital in titles. */
const CAPITAL_WORD_LETTERS_MIN = 4;
const CAPITAL_SHARE_MIN = 2 / 3;

/** Words that lead to a title without being of it: "see Attention Is All You Need", "Paper: …". */
const LEADS =
  /^(?:the|a|an|in|see|our|their|his|her|its|this|from|paper|papers|title|titled|entitled|and|or|also|by|read|cf|per|via|like|as|of|to|both|article|preprint|arxiv|pdf|work|report|\p{N}+[a-z]?)$/iu;
const FOLLOWS =
  /^(?:by|et|and|or|paper|papers|article|preprint|arxiv|pdf|in|at|is|was|are|the|(?:19|20)\d\d[a-z]?)$/iu;
/** Within a link or a quotation such words go on with the title that it holds. */
const GOES_ON_INSIDE = /^(?:and|or|is|was|are|the)$/i;
const VENUE = new RegExp(`^(?:${VENUE_NAMES})$`);
/** After a title these begin more of one when a capital follows: "… Need for Speech". */
const GOES_ON =
  /^\s+(?:(?:for|via|using|under|without|through|towards?)\s+(?:(?:the|a|an)\s+)?\p{Lu}|and\s+[Bb]eyond\b)/u;
/** A reproduction (ReScience) is a paper of its own. */
const REPRODUCES = /\[re\]\s*$/i;
/** A name before a colon: "UL3: …". */
const NAME_AND_COLON = /([\p{L}\p{N}][\p{L}\p{N}.+-]{0,30})\s?[:：]\s*$/u;
const HEAD = /^([\p{L}\p{N}][\p{L}\p{N}.+-]{0,30})\s?[:：]/u;
const COLON_AND_WORD = /^\s?[:：]\s*(?!https?:)\p{L}/u;
const OPENS_QUOTE = /["“”„«‘'`『「《]\s*$/;
const CLOSES_QUOTE = /^\s*[.,?!]?\s*["”“»’'`』」》]/;

/** A title where it stands in a block, and the papers of that title. */
export interface Sighted extends TextRange {
  readonly papers: readonly PaperBrief[];
}

/**
 * The paper that a title in running text names, or null where these letters are more likely part of a longer title, the
 * head of one, or an ordinary phrase. What a title lacks in length and particularity its place has to make up for.
 */
export function namedPaper(block: TextBlock, sighted: Sighted): PaperBrief | null {
  const [first] = sighted.papers;
  if (!first) return null;
  const before = sideBefore(block, sighted);
  const after = sideAfter(block, sighted);
  const near = nearText(block, sighted);
  const byAuthor = sighted.papers.find((paper) => namesAuthor(near, paper)) ?? null;
  if (isPartOfLonger(block, sighted, before, after, byAuthor)) return null;
  const isSetApart = !before.isJoined && !after.isJoined && isMarked(block, sighted, before, after);
  const place: Place = {
    isSetApart,
    isAlone: isSetApart || isWholeOrFirst(block, before, after),
    kind: block.kind,
    hasAuthor: byAuthor !== null,
  };
  return isEnough(block.text.slice(sighted.start, sighted.end), first, place) ? (byAuthor ?? first) : null;
}

/** The text around a title, without it: where its authors and its year would stand. */
export function nearText({ text }: TextBlock, { start, end }: TextRange): string {
  return `${text.slice(Math.max(0, start - NEAR_CHARS), start)} . ${text.slice(end, end + NEAR_CHARS)}`;
}

function isPartOfLonger(
  block: TextBlock,
  sighted: Sighted,
  before: Side,
  after: Side,
  byAuthor: PaperBrief | null,
): boolean {
  const range: TextRange = sighted;
  const rest = block.text.slice(range.end, range.end + 60);
  const lead = block.text.slice(Math.max(0, range.start - 40), range.start);
  if (REPRODUCES.test(lead) || sighted.papers.every((paper) => hasOtherNumber(lead, paper))) return true;
  if (!after.isEdge && COLON_AND_WORD.test(rest) && !FOLLOWS.test(after.word)) return true;
  const isDelimited = block.kind === 'heading' || isInsideSpan(block, range);
  if (before.isJoined && !LEADS.test(before.word) && (isDelimited || /^\p{Lu}/u.test(before.word)))
    return true;
  if (GOES_ON.test(rest)) return true;
  if (!after.isJoined || after.gap === '' || VENUE.test(after.word)) return false;
  if (FOLLOWS.test(after.word)) return isDelimited && GOES_ON_INSIDE.test(after.word);
  if (/^\p{N}/u.test(after.word)) return true;
  if (isDelimited) return true;
  return /^\p{Lu}/u.test(after.word) && !(byAuthor && namesAuthor(after.word, byAuthor));
}

/** Whether the name before a colon is the paper's own but for its number: "UL3" of one whose title begins with "UL2". */
function hasOtherNumber(lead: string, { title, otherTitles }: PaperBrief): boolean {
  const name = titleKey(NAME_AND_COLON.exec(lead)?.[1] ?? '');
  const own = [title, ...otherTitles].map((each) => titleKey(HEAD.exec(each)?.[1] ?? ''));
  const bare = name.replace(/\p{N}/gu, '');
  return bare !== '' && !own.includes(name) && own.some((each) => each.replace(/\p{N}/gu, '') === bare);
}

/** Whether an element that delimits a title (a link, bold text, a quotation) holds more than this one. */
function isInsideSpan({ spans }: TextBlock, { start, end }: TextRange): boolean {
  return spans.some(
    (span) =>
      span.kind !== 'other' &&
      span.start <= start &&
      span.end >= end &&
      span.end - span.start <= 2 * (end - start),
  );
}

/** Whether a heading, a cell or an item is this title, or begins with it. */
function isWholeOrFirst({ kind }: TextBlock, before: Side, after: Side): boolean {
  const isFirst = before.word === '' || (/^\p{N}+$/u.test(before.word) && !before.isJoined);
  return kind !== 'text' && isFirst && !after.isJoined;
}

/** Whether an element of its own or quotation marks set the title apart. */
function isMarked(block: TextBlock, range: TextRange, before: Side, after: Side): boolean {
  const { text } = block;
  const isQuoted =
    OPENS_QUOTE.test(text.slice(Math.max(0, range.start - 3), range.start)) &&
    CLOSES_QUOTE.test(text.slice(range.end, range.end + 6));
  return isQuoted || isOwnElement(block, range, before, after);
}

function isOwnElement({ spans }: TextBlock, range: TextRange, before: Side, after: Side): boolean {
  return spans.some(
    ({ start, end, kind }) =>
      kind !== 'other' &&
      start <= range.start &&
      end >= range.end &&
      range.start - start <= before.gap.length &&
      end - range.end <= after.gap.length,
  );
}

interface Place {
  readonly kind: BlockKind;
  readonly isSetApart: boolean;
  /** Set apart, or all of a heading, a cell, an item, or their beginning. */
  readonly isAlone: boolean;
  readonly hasAuthor: boolean;
}

function isEnough(
  shown: string,
  paper: PaperBrief,
  { kind, isSetApart, isAlone: alone, hasAuthor }: Place,
): boolean {
  const key = titleKey(shown);
  // A Chinese character or a Korean syllable says about as much as two Latin letters.
  const letters = key.length + (key.match(DENSE)?.length ?? 0);
  const words = wordsOf(shown);
  const isNamed = /\p{L}\p{N}|\p{N}\p{L}/u.test(shown);
  if (!isTellingTitleKey(key) || words.length < (isNamed ? 2 : 3)) return alone && hasAuthor;
  if (letters >= LONG_LETTERS_MIN && words.length >= LONG_WORDS_MIN)
    return alone || hasAuthor || letters >= CERTAIN_LETTERS_MIN || beginsAsTitle(shown, paper);
  const isMiddling = isNamed
    ? letters >= NAMED_LETTERS_MIN
    : letters >= MIDDLING_LETTERS_MIN && words.length >= LONG_WORDS_MIN;
  if (isMiddling) return alone || hasAuthor || hasCapitals(shown, words, paper);
  if (hasAuthor) return true;
  // Three words make the heading of a section as well as a title.
  const isPlaced = isSetApart || (alone && kind !== 'heading' && hasCapitals(shown, words, paper));
  return isPlaced && letters >= MIDDLING_LETTERS_MIN;
}

const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** In scripts that write no spaces two characters make a word, more or less. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu;
const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Sentence case and title case begin with a capital; names such as "tasksource" are what they are. */
function beginsAsTitle(shown: string, { title }: PaperBrief): boolean {
  return !/^\p{Ll}/u.test(shown) || /^\p{Ll}/u.test(title);
}

function hasCapitals(shown: string, words: readonly string[], paper: PaperBrief): boolean {
  const telling = words.filter((word) => word.length >= CAPITAL_WORD_LETTERS_MIN);
  const capitals = telling.filter((word) => /[\p{Lu}\p{Lo}\p{N}]/u.test(word)).length;
  return beginsAsTitle(shown, paper) && capitals >= CAPITAL_SHARE_MIN * telling.length;
}
