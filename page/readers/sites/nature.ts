import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://www.nature.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * row        article .c-card__title a, [itemprop="creator"]  | .app-article-list-row__item h3 a; li h2 a[itemprop="url"]
 * paper      citation_* in the head, h1.c-article-title, #Abs1-content
 * references .c-article-references__item: the title is not set apart, the link "Article" leads to the DOI
 * News ("/articles/d41586-…") is no paper, and is listed with the same mark-up.
 */
const PAPER_PATH = /^\/articles\/((?!d4)[a-z0-9.-]+)$/;

const nature = tableReader({
  name: 'nature',
  own: () => ({}),
  rows: [
    {
      row: 'article.c-card, article.u-full-height, .app-article-list-row__item article',
      title:
        '.c-card__title a[href*="/articles/"]:not([href*="/d4"]), h2 a[itemprop="url"]:not([href*="/d4"])',
      authors: '[itemprop="creator"]',
      year: 'time',
      venue: '.c-meta__item [data-test="journal-title"], [data-test="journal-title-and-link"]',
      more: (_row, address) => {
        const id = PAPER_PATH.exec(address?.pathname ?? '')?.[1];
        // Springer Nature's own DOIs: the page's path is the part after the prefix.
        return { doi: id === undefined ? null : `10.1038/${id}` };
      },
    },
  ],
  links: '.c-article-references__item',
});

export const readers: readonly Reader[] = [nature];
