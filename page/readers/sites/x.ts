import {
  doiOfUrl,
  findArxivId,
  findDoi,
  pageMention,
  paperOfHref,
  type PaperFacts,
  type Reader,
} from '../kit';

export const matches: readonly string[] = ['*://*.x.com/*', '*://*.twitter.com/*'];

/*
 * Selectors as of 2026-11; the page is made by script (React).
 * post   article[data-testid="tweet"] [data-testid="tweetText"]
 * Its links lead to t.co; where to is their text, of which parts are hidden: "https://", and what lies behind "…".
 */
const POST_LINKS = '[data-testid="tweetText"] a[href]';
const TEXT_MAX_CHARS = 500;

function factsOf(link: Element): PaperFacts | null {
  const text = (link.textContent ?? '').slice(0, TEXT_MAX_CHARS).replace(/…$/, '');
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const paper = paperOfHref(address, new URL(address));
  if (paper === null) return null;
  const { arxiv, doi, url } = paper;
  return {
    arxiv: arxiv ?? findArxivId(text),
    doi: doi ?? doiOfUrl(new URL(address)) ?? findDoi(text),
    url,
  };
}

const x: Reader = {
  name: 'x',
  about: 'list',
  fits: (_url, doc) => doc.querySelector('[data-testid="tweetText"]') !== null,
  *read(doc) {
    for (const link of doc.querySelectorAll(POST_LINKS)) {
      const facts = factsOf(link);
      yield facts && pageMention(facts, [link]);
    }
  },
};

export const readers: readonly Reader[] = [x];
