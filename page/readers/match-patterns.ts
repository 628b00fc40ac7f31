/**
 * The addresses of each site that has a reader, as match patterns for the manifest. Pure data: the entrypoint imports it
 * at build time, in Node. Sites that change pages without loading (GitHub, OpenReview, Semantic Scholar) are matched
 * whole, since a content script is not injected by a history navigation.
 */
export const SITE_MATCHES = {
  // `*.arxiv.org` is arxiv.org itself, www, export, browse and the mirrors cn, es and de.
  arxiv: ['*://*.arxiv.org/*', '*://xxx.lanl.gov/*'],
  'hugging-face': ['*://huggingface.co/papers*', '*://hf.co/papers*'],
  'acl-anthology': ['*://*.aclanthology.org/*', '*://*.aclweb.org/anthology/*'],
  openreview: ['*://*.openreview.net/*'],
  'semantic-scholar': ['*://*.semanticscholar.org/*'],
  github: ['*://github.com/*', '*://gist.github.com/*'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every match pattern of every site, for the content script's `matches`. */
export const ALL_MATCHES: readonly string[] = Object.values(SITE_MATCHES).flat();
