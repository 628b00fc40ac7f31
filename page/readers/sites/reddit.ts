import {
  baseOf,
  mergeFacts,
  pageMention,
  paperOfHref,
  type PageMention,
  type Reader,
  readPaperLinks,
  textOf,
  titleNodes,
} from '../kit';

export const matches: readonly string[] = ['*://*.reddit.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old.reddit.com.
 * post      shreddit-post[content-href] a[slot="title"], h1[slot="title"] | p.title > a.title
 * text      [slot="text-body"], [slot="comment"]                          | .usertext-body .md
 * In the new mark-up a title leads to the comments; where the post leads is an attribute of the post. A post that leads to
 * no paper names none: what it quotes is found as running text.
 */
const POST = 'shreddit-post[content-href]';
const TEXTS = '[slot="text-body"], [slot="comment"], p.title, .usertext-body';

function postMention(post: Element, base: URL): PageMention | null {
  const paper = paperOfHref(post.getAttribute('content-href'), base);
  const element = post.querySelector('[slot="title"]');
  if (paper === null || element === null) return null;
  // "[R] Title", "Title [D]": the flair that readers of r/MachineLearning write themselves.
  const title = textOf(element).replace(/^\[\w{1,20}\]\s*|\s*\[\w{1,20}\]$/g, '');
  const { arxiv, doi, url, isPdf } = paper;
  return pageMention(
    mergeFacts({ title, arxiv, doi, url }, { pdf: isPdf ? url : null }),
    titleNodes(element),
  );
}

const reddit: Reader = {
  name: 'reddit',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(`${POST}, ${TEXTS}`) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const element of doc.querySelectorAll(`${POST}, ${TEXTS}`)) {
      if (element.localName === 'shreddit-post') yield postMention(element, base);
      // Answers lie inside the comment they answer, each in a slot of its own.
      else if (!element.querySelector('[slot="comment"]'))
        yield* readPaperLinks(element, { url, base, allowPlain: false });
    }
  },
};

export const readers: readonly Reader[] = [reddit];
