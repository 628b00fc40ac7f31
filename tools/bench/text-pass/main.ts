import Mark from 'mark.js';
import { findInText } from '../../../core/titles/titles-in-text';
import { TitleIndex } from '../../../core/titles/title-index';
import { textBlocks } from '../../../page/text/blocks';
import { buildTitles } from '../../eval/titles-in-memory';
import { FilesInMemory } from '../../../core/corpus/corpus-files';
import type { Passed, PassName, TextPassPage } from './pass-types';

/** Looks once over the page's text; the number of places. */
type Pass = () => Promise<number>;

const body = (): Element => document.querySelector('main') ?? document.body;

async function paperkin(titles: readonly string[]): Promise<Pass> {
  const folder = new FilesInMemory();
  await buildTitles(folder, titles);
  const index = await TitleIndex.open(folder);
  if (!index) throw new Error('the index that was just built does not open');
  return async () => {
    const texts: string[] = [];
    for (const block of textBlocks(document)) if (block && block.length >= 8) texts.push(block.asSent().text);
    return (await findInText(index, texts.join('\u2029'))).length;
  };
}

async function regularExpression(titles: readonly string[]): Promise<Pass> {
  const alternatives = titles.map((title) =>
    title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'),
  );
  // Longest first: the first alternative that fits is taken.
  const ordered = alternatives.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${ordered.join('|')})`, 'gi');
  return async () => {
    const walker = document.createTreeWalker(body(), NodeFilter.SHOW_TEXT);
    let found = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const _ of (node as Text).data.matchAll(pattern)) found += 1;
    return found;
  };
}

/** It puts elements into the page, which is its purpose; they are taken out before the next look, off the clock. */
async function markJs(titles: readonly string[]): Promise<Pass> {
  const mark = new Mark(body());
  return async () => {
    await new Promise<void>((done) => mark.unmark({ done: () => done() }));
    const start = performance.now();
    const found = await new Promise<number>((done) =>
      mark.mark(titles, { separateWordSearch: false, acrossElements: true, ignorePunctuation: [], done }),
    );
    ownMs = performance.now() - start;
    return found;
  };
}

/** Milliseconds that count, of a look that does other work first. */
let ownMs: number | null = null;
let current: Pass | null = null;

const MAKERS: Readonly<Record<PassName, (titles: readonly string[]) => Promise<Pass>>> = {
  paperkin,
  'regular expression': regularExpression,
  'mark.js': markJs,
};

const remote: TextPassPage = {
  async prepare(name, html, titles) {
    body().innerHTML = html;
    const start = performance.now();
    current = await MAKERS[name](titles);
    return performance.now() - start;
  },
  async pass(): Promise<Passed> {
    if (!current) throw new Error('nothing was prepared');
    ownMs = null;
    const start = performance.now();
    const found = await current();
    return { ms: ownMs ?? performance.now() - start, found };
  },
};

Object.assign(globalThis, { textPass: remote });
