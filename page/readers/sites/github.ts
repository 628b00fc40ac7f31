import { baseOf, readPaperLinks, type Reader } from '../kit';

export const matches: readonly string[] = ['*://github.com/*', '*://gist.github.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * rendered Markdown  [data-testid="markdown-body"], article.markdown-body | article.markdown-body.entry-content
 * The reader takes every rendered Markdown: README, wiki, issue, gist.
 */
const MARKDOWN = '.markdown-body, [data-testid="markdown-body"]';

/** Lists of papers in Markdown on GitHub, where a title stands before its "[PDF]" link in bold, quotes or plain text. */
const githubReadme: Reader = {
  name: 'github-readme',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(MARKDOWN) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const root of doc.querySelectorAll(MARKDOWN)) {
      // One inside another (new mark-up around old) would be read twice.
      if (root.parentElement?.closest(MARKDOWN)) continue;
      yield* readPaperLinks(root, { url, base, allowPlain: true });
    }
  },
};

export const readers: readonly Reader[] = [githubReadme];
