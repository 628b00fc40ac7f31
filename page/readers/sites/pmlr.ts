import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://proceedings.mlr.press/*'];

/*
 * Selectors as of 2026-11; the volumes of all years are made with one template.
 * row    div.paper p.title (no link), .authors, p.links a "abs"
 * paper  citation_* in the head, h1, #abstract
 */
const pmlr = tableReader({
  name: 'pmlr',
  own: () => ({}),
  rows: [{ row: 'div.paper', title: 'p.title', link: 'p.links a', authors: '.authors', venue: '.info i' }],
});

export const readers: readonly Reader[] = [pmlr];
