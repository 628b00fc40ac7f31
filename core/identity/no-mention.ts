import type { Mention } from '../match/mention';

/** A mention that says nothing yet: to be filled with what an address or a text names. */
export const NO_MENTION: Mention = {
  title: null,
  arxiv: null,
  doi: null,
  abstract: null,
  authors: [],
  year: null,
  venue: null,
  url: null,
  pdf: null,
};
