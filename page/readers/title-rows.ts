import { authorsIn, type PaperFacts } from './page-mention';
import { speaksForPaper, yearBeside } from './row-support';
import { fold, isText, textOf, walkerOver } from './text';
import { isLabel, looksLikeTitle } from './title-like';

/** What shows the title of a list's entry, whatever the site: a link, a heading, an element that says so by its class. */
const SHOWN =
  'a[href], h1, h2, h3, h4, h5, h6, cite, dt, [class*="title" i], [itemprop="name"], [itemprop="headline"], li > b, li > strong, li > i, li > em';
const BLOCKS = 'div, p, ul, ol, table, h1, h2, h3, h4, h5, h6';
const NOT_READ = 'nav, pre, code, textarea, select, button, [contenteditable]';
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'select']);
const AUTHORS = '[class*="author" i], [itemprop="author"]';
/** "[PDF]", "[CITATION][C]", "[图书]": what kind of thing a result is. */
const KIND = /^(?:\[[\p{Lu}\p{Lo}]{1,9}\]\s*)+/u;
const TITLE_CHARS_MAX = 400;
const TITLE_CHARS_MIN = 8;
/** Titles of papers have 80 on the average; sections of an article, navigation and names have 20. */
const TITLE_CHARS_MEAN = 30;
const CANDIDATES_MAX = 10_000;
const CANDIDATES_PER_BREATH = 25;
/** Fewer alike are no list. */
const ROWS_MIN = 3;
/** Navigation says the same beside every entry. */
const DISTINCT_SHARE = 0.8;
/** Of the entries of one list, with what speaks for a paper beside the title. */
const SUPPORTED_SHARE = 0.5;
const CLIMB_MAX = 12;
/** A title in a row of its own has the rest in the rows after it. */
const ROWS_AFTER_MAX = 4;
const BESIDE_CHARS_MIN = 12;
const TEXT_CHARS_MIN = 4;
const ROW_CHARS_MAX = 1_500;

/** An entry of a list of papers: the element that shows the title, and all that belongs to the entry. */
export interface TitleRow {
  readonly shown: Element;
  readonly facts: PaperFacts;
  /** Side by side; the first holds the title. */
  readonly elements: readonly [Element, ...Element[]];
}

interface Candidate {
  readonly outer: Element;
  readonly shown: Element;
  readonly title: string;
}

const hasMost = (part: number, whole: number): boolean => part >= 0.6 * whole;

/** A link within a heading is the title without the badges beside it. */
function candidateOf(outer: Element): Candidate | null {
  const isBare = outer.localName === 'a' && !/title/i.test(outer.className);
  const whole = textOf(outer, undefined, TITLE_CHARS_MAX + 1);
  if (whole.length > TITLE_CHARS_MAX || whole.length < TITLE_CHARS_MIN) return null;
  if (isBare ? !looksLikeTitle(whole) : isLabel(whole)) return null;
  const isPlain = outer.firstElementChild === null;
  if (!isPlain && outer.querySelector(BLOCKS) !== null) return null;
  const link = isPlain ? null : outer.querySelector('a[href]');
  const linked = textOf(link);
  const isLinked = link !== null && hasMost(linked.length, whole.length);
  return isLinked
    ? { outer, shown: link, title: linked }
    : { outer, shown: outer, title: whole.replace(KIND, '') };
}

const named = (element: Element | null): string =>
  element ? `${element.localName}.${(element.classList[0] ?? '').replace(/\d+/g, '')}` : '';

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Elements that may be titles, by their shape. */
function* groupsIn(doc: Document): Generator<null, Candidate[][]> {
  const groups = new Map<string, Candidate[]>();
  let last: Element | null = null;
  let seen = 0;
  for (const element of doc.querySelectorAll(SHOWN)) {
    if (++seen > CANDIDATES_MAX) break;
    if (seen % CANDIDATES_PER_BREATH === 0) yield null;
    const candidate = last?.contains(element) ? null : candidateOf(element);
    if (candidate === null) continue;
    last = element;
    const parent = element.parentElement;
    push(groups, `${named(element)} ${named(parent)} ${parent?.parentElement?.localName ?? ''}`, candidate);
  }
  return [...groups.values()];
}

const lettersOf = (group: readonly Candidate[]): number =>
  group.reduce((sum, { title }) => sum + title.length, 0);

const isList = (group: readonly Candidate[]): boolean =>
  group.length >= ROWS_MIN &&
  lettersOf(group) >= TITLE_CHARS_MEAN * group.length &&
  new Set(group.map(({ title }) => title)).size >= DISTINCT_SHARE * group.length;

const holds = (element: Element, other: Candidate | undefined): boolean =>
  other !== undefined && element.contains(other.outer);

/** The largest element around a title that holds no neighbour's; and, if that is all it holds, what stands after it. */
function elementsAround(
  { outer, shown }: Candidate,
  before: Candidate | undefined,
  after: Candidate | undefined,
): TitleRow['elements'] {
  let row = outer;
  for (let step = 0; step < CLIMB_MAX; step++) {
    const parent = row.parentElement;
    if (!parent || parent.localName === 'body' || holds(parent, before) || holds(parent, after)) break;
    row = parent;
  }
  const elements: [Element, ...Element[]] = [row];
  if (textsBeside(elements, shown).join('').length >= BESIDE_CHARS_MIN) return elements;
  let next = row.nextElementSibling;
  for (; next && !holds(next, after) && elements.length <= ROWS_AFTER_MAX; next = next.nextElementSibling)
    elements.push(next);
  return elements;
}

/** The texts of an entry without its title, each by itself. */
function textsBeside(elements: readonly Element[], shown: Element): readonly string[] {
  const texts: string[] = [];
  let chars = 0;
  for (const element of elements) {
    if (element === shown) continue;
    const walker = walkerOver(element, (each) => each !== shown && !SILENT.has(each.localName));
    for (let node = walker.nextNode(); node !== null && chars < ROW_CHARS_MAX; node = walker.nextNode()) {
      const text = isText(node) ? fold(node.data.slice(0, ROW_CHARS_MAX)) : '';
      if (text === '') continue;
      // Initials and stops may be elements by themselves.
      if (text.length < TEXT_CHARS_MIN && texts.length > 0) texts.push(`${texts.pop() ?? ''} ${text}`);
      else texts.push(text);
      chars += text.length;
    }
  }
  return texts;
}

/** The row that a place belongs to, by the elements of each. */
export function rowAt<T>(place: Node | null, rows: ReadonlyMap<Node, T>): T | null {
  for (let node = place, step = 0; node && step < 2 * CLIMB_MAX; node = node.parentNode, step++) {
    const row = rows.get(node);
    if (row !== undefined) return row;
  }
  return null;
}

interface Row extends TitleRow {
  readonly isSupported: boolean;
}

function rowOf({ shown, title }: Candidate, elements: TitleRow['elements'], page: string): Row {
  const texts = textsBeside(elements, shown);
  const authors = authorsIn(
    elements.flatMap((element) => (element.firstElementChild ? [...element.querySelectorAll(AUTHORS)] : [])),
  );
  const isSupported = speaksForPaper(texts, authors.length > 0, page);
  return { shown, elements, facts: { title, authors, year: yearBeside(texts) }, isSupported };
}

/** The entries of lists in which most have what papers have: each list by itself, with what is known of it already. */
function supportedRows(rows: readonly Row[], known: ReadonlyMap<Node | null, number>): readonly Row[] {
  const lists = new Map<string, Map<Node | null, Row[]>>();
  for (const row of rows) {
    const [{ localName, parentNode }] = row.elements;
    const list = lists.get(localName) ?? new Map<Node | null, Row[]>();
    lists.set(localName, list);
    push(list, parentNode, row);
  }
  return [...lists.values()].flatMap((list) =>
    [...list].flatMap(([parent, entries]) => {
      const before = known.get(parent) ?? 0;
      const supported = before + entries.filter(({ isSupported }) => isSupported).length;
      return supported >= SUPPORTED_SHARE * (before + entries.length) ? entries : [];
    }),
  );
}

/**
 * Lists of papers by their form alone: three or more elements of one shape that may be titles, each with authors and a year
 * or a venue beside it. Of groups that share rows the one with most text has the titles. By the elements of each row.
 */
export function* titleRows(doc: Document): Generator<null, Map<Node, TitleRow>> {
  const claims = new Map<Node, TitleRow>();
  const known = new Map<Node | null, number>();
  const { title: page } = doc;
  const groups = (yield* groupsIn(doc)).filter(isList);
  for (const group of groups.toSorted((a, b) => lettersOf(b) - lettersOf(a))) {
    const free = group.filter(({ outer }) => rowAt(outer, claims) === null);
    if (free.length < ROWS_MIN || !hasMost(free.length, group.length)) continue;
    const rows: Row[] = [];
    for (const [at, candidate] of free.entries()) {
      // Each reads all of its row.
      yield null;
      rows.push(rowOf(candidate, elementsAround(candidate, free[at - 1], free[at + 1]), page));
    }
    const supported = supportedRows(rows, known).filter(({ shown }) => !shown.closest(NOT_READ));
    if (supported.length < ROWS_MIN) continue;
    for (const row of supported) {
      const [{ parentNode }] = row.elements;
      known.set(parentNode, (known.get(parentNode) ?? 0) + 1);
      for (const element of row.elements) claims.set(element, row);
    }
  }
  return claims;
}
