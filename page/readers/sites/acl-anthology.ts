import {
  headOf,
  baseOf,
  resolveLink,
  withoutFragment,
  mergeFacts,
  pageMention,
  textsOf,
  yearOf,
  textOf,
  titleNodes,
  type PageMention,
  type Reader,
  type IsForeign,
} from '../kit';

export const matches: readonly string[] = ['*://*.aclanthology.org/*', '*://*.aclweb.org/anthology/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * list row   div.d-sm-flex strong > a.align-middle  | p.d-sm-flex strong > a.align-middle
 * abstract   div.abstract-collapse > .card-body, right after the row, hidden until asked for
 * paper      h2#title, .acl-abstract > span         | .acl-abstract text after h5.card-title
 */
const ROW_TITLE = '.d-sm-flex strong > a.align-middle';
const PAPER_TITLE = 'h2#title';

const isHeading: IsForeign = (element) => element.localName === 'h5';

function rowMention(link: Element, base: URL): PageMention | null {
  const row = link.closest('.d-sm-flex');
  const address = resolveLink(link.getAttribute('href'), base);
  const next = row?.nextElementSibling;
  const abstract = next?.classList.contains('abstract-collapse') ? next.querySelector('.card-body') : null;
  const pdf = resolveLink(row?.querySelector('a.badge[href$=".pdf"]')?.getAttribute('href') ?? null, base);
  return pageMention(
    {
      title: textOf(link),
      authors: textsOf(row?.querySelectorAll('a[href*="/people/"]') ?? []),
      abstract: textOf(abstract ?? null),
      // Ids of today begin with the year: `/2021.naacl-main.208/`.
      year: yearOf(/\/(\d{4})\.[a-z]/.exec(address?.pathname ?? '')?.[1]),
      url: address && withoutFragment(address),
      pdf: pdf && pdf.href,
    },
    titleNodes(link),
  );
}

/** Volumes, events, people and venues of the ACL Anthology: all are lists of papers. */
const aclList: Reader = {
  name: 'acl-list',
  about: 'list',
  isComplete: true,
  fits: (_url, doc) => doc.querySelector(ROW_TITLE) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const link of doc.querySelectorAll(ROW_TITLE)) {
      const found = rowMention(link, base);
      if (found !== null) yield found;
    }
  },
};

/** A paper's page in the ACL Anthology. */
const aclPaper: Reader = {
  name: 'acl-paper',
  about: 'paper',
  fits: (_url, doc) =>
    doc.querySelector(PAPER_TITLE) !== null && doc.querySelector('meta[name="citation_title"]') !== null,
  *read(doc, url) {
    const element = doc.querySelector(PAPER_TITLE);
    if (element === null) return;
    const title = textOf(element);
    const shown = {
      title,
      authors: textsOf(doc.querySelectorAll('.lead a[href*="/people/"]')),
      abstract: textOf(doc.querySelector('.acl-abstract'), isHeading),
      url: withoutFragment(url),
    };
    const found = pageMention(
      mergeFacts(shown, headOf(doc, title)),
      titleNodes(element.querySelector('a') ?? element),
    );
    if (found !== null) yield found;
  },
};

export const readers: readonly Reader[] = [aclPaper, aclList];
