import type { Reader } from '../kit';
import { tableReader } from '../table-reader';

export const matches: readonly string[] = ['*://news.ycombinator.com/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * headline  .athing .titleline > a   | a.storylink, td.title > a
 * text      .commtext, .toptext      | span.comment
 * A headline that leads to no paper names none: what it quotes is found as running text.
 */
const hackerNews = tableReader({
  name: 'hacker-news',
  links: '.titleline, .athing > td.title, .commtext, .toptext, span.comment',
});

export const readers: readonly Reader[] = [hackerNews];
