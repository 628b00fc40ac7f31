import {
  arxivIdOfUrl,
  field,
  listOf,
  parseJson,
  stringField,
  baseOf,
  resolveLink,
  withoutFragment,
  mergeFacts,
  pageMention,
  textsOf,
  yearOf,
  textOf,
  titleNodes,
  type PaperFacts,
  type Reader,
} from '../kit';

export const matches: readonly string[] = ['*://huggingface.co/*', '*://hf.co/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * list row   article h3 a[href^="/papers/"]                       | a.line-clamp-3.cursor-pointer.text-balance
 * list data  [data-target="DailyPapers"][data-props] (JSON)       | main > div[data-target="DailyPapers"]
 *            Trending, collections and search have components of other names, with the same entries.
 * paper      main h1; [data-target="PaperContent"][data-props]    | h2 "Abstract" and the paragraph after it
 */
const ROW_LINK = 'article h3 a[href*="/papers/"], a.line-clamp-3[href*="/papers/"]';
const LIST_DATA = '[data-target*="Papers"][data-props], [data-target*="Collection"][data-props]';
const COMPONENTS_MAX = 5;
const PAPER_DATA = '[data-target="PaperContent"][data-props]';

const isPaperPage = (url: URL): boolean => /^\/papers\/[^/]*\d{4}\.\d{4,5}/.test(url.pathname);

function factsOf(paper: unknown): PaperFacts {
  const visible = listOf(field(paper, 'authors')).filter((author) => field(author, 'hidden') !== true);
  return {
    title: stringField(paper, 'title'),
    abstract: stringField(paper, 'summary'),
    authors: visible.map((author) => stringField(author, 'name')).filter((name) => name !== null),
    year: yearOf(stringField(paper, 'publishedAt')),
  };
}

/** The papers in the lists of one component's data: `dailyPapers[].paper`, or the entries themselves. */
function* papersIn(data: unknown): Generator<readonly [string, PaperFacts]> {
  for (const list of Object.values(typeof data === 'object' && data !== null ? data : {})) {
    for (const entry of listOf(list)) {
      const paper = field(entry, 'paper') ?? entry;
      const id = stringField(paper, 'id');
      if (id !== null) yield [id, factsOf(paper)];
    }
  }
}

/** What the lists' own data says of each paper, by id. */
function papersOfData(doc: Document): ReadonlyMap<string, PaperFacts> {
  const papers = new Map<string, PaperFacts>();
  for (const element of [...doc.querySelectorAll(LIST_DATA)].slice(0, COMPONENTS_MAX)) {
    const data = parseJson(element.getAttribute('data-props'));
    for (const [id, facts] of papersIn(data)) papers.set(id, facts);
  }
  return papers;
}

/** Hugging Face's lists of papers (daily, weekly, monthly, trending). */
const huggingFaceList: Reader = {
  name: 'hugging-face-list',
  about: 'list',
  isComplete: true,
  fits: (url, doc) => !isPaperPage(url) && doc.querySelector(ROW_LINK) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    const papers = papersOfData(doc);
    for (const link of doc.querySelectorAll(ROW_LINK)) {
      const address = resolveLink(link.getAttribute('href'), base);
      const arxiv = address && arxivIdOfUrl(address);
      const shown = { title: textOf(link), arxiv, url: address && withoutFragment(address) };
      const known = arxiv === null ? null : (papers.get(arxiv) ?? null);
      const found = pageMention(mergeFacts(shown, known), titleNodes(link));
      if (found !== null) yield found;
    }
  },
};

/** The abstract as shown: the last paragraph under the heading "Abstract", since a generated summary may come first. */
function shownAbstract(doc: Document): string | null {
  const heading = [...doc.querySelectorAll('h2')].find((element) => textOf(element) === 'Abstract');
  const paragraphs = [...(heading?.parentElement?.querySelectorAll('p') ?? [])];
  return textOf(paragraphs.at(-1) ?? null) || null;
}

/** A paper's page on Hugging Face. */
const huggingFacePaper: Reader = {
  name: 'hugging-face-paper',
  about: 'paper',
  fits: (url, doc) => isPaperPage(url) && doc.querySelector('main h1') !== null,
  *read(doc, url) {
    const element = doc.querySelector('main h1');
    if (element === null) return;
    const arxiv = arxivIdOfUrl(url);
    const paper = field(parseJson(doc.querySelector(PAPER_DATA)?.getAttribute('data-props')), 'paper');
    const known = arxiv !== null && stringField(paper, 'id') === arxiv ? factsOf(paper) : null;
    const shown: PaperFacts = {
      title: textOf(element),
      arxiv,
      abstract: known?.abstract ?? shownAbstract(doc),
      authors: known?.authors ?? textsOf(doc.querySelectorAll('.author a, .author button')),
      url: withoutFragment(url),
    };
    const found = pageMention(mergeFacts(shown, known), titleNodes(element));
    if (found !== null) yield found;
  },
};

export const readers: readonly Reader[] = [huggingFacePaper, huggingFaceList];
