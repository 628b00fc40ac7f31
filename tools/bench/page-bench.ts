import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBundledCorpus } from '../build-corpus';
import { copyExtension, noteFirstMark } from './extension-copy';
import { kept, on, save } from './kept-results';
import { MadePapers, readPaperSource } from './made-papers';
import { PageBrowser, type Look } from './measure-page';
import { buildTextPass, measureTextPass } from './measure-text-pass';
import { medianLook, withPageRow, withPassRow, type PageResults } from './page-results';
import { PASSES } from './text-pass/pass-types';
import { webPages, type WebPage } from './web-pages';

/** What `npm run bench -- page` takes. */
export const PAGE_USAGE = `npm run bench -- page [options]
  --rounds 5          looks at each page, of which the median counts
  --titles 71,10000   numbers of titles to look for in running text
  --only looks        the three pages alone; "passes": the running text alone
  --json              prints its results at the end`;

/** Measures what the extension costs a page, and its pass over running text beside other ways; written down step by step. */
export async function benchPage(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      titles: { type: 'string', default: '71,10000' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const papers = new MadePapers(readPaperSource(null, null));
  const pages = webPages(papers, readBundledCorpus().papers);
  if (values.only !== 'passes') await benchLooks(pages, Number(values.rounds));
  const readme = pages.find(({ name }) => name === 'README');
  if (values.only !== 'looks' && readme)
    await benchPasses(papers, readme.html, values.titles.split(',').map(Number));
  if (values.json) console.log(JSON.stringify(kept().pages));
}

async function benchLooks(pages: readonly WebPage[], rounds: number): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'paperkin-bench-'));
  process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 5 }));
  console.log('building the extension');
  await copyExtension('chrome', work);
  noteFirstMark(work);
  const plain = await PageBrowser.open(null);
  const ours = await PageBrowser.open(work);
  try {
    for (const page of pages) await benchLook(page, rounds, plain, ours);
  } finally {
    await Promise.all([plain.close(), ours.close()]);
  }
}

async function benchLook(
  page: WebPage,
  rounds: number,
  plain: PageBrowser,
  ours: PageBrowser,
): Promise<void> {
  const looks: Record<'without' | 'awake' | 'asleep', Look[]> = { without: [], awake: [], asleep: [] };
  for (let round = 0; round < rounds; round++) {
    console.log(`${page.name}: round ${round + 1} of ${rounds}`);
    looks.without.push(await plain.look(page, false));
    looks.awake.push(await ours.look(page, false));
    looks.asleep.push(await ours.look(page, true));
  }
  const row = {
    page: page.name,
    bytes: page.html.length,
    rounds,
    where: on(await ours.version),
    without: medianLook(looks.without),
    awake: medianLook(looks.awake),
    asleep: medianLook(looks.asleep),
  };
  keep((results) => withPageRow(results, row));
}

async function benchPasses(papers: MadePapers, page: string, sizes: readonly number[]): Promise<void> {
  const files = await buildTextPass();
  const html = page.replace(/^.*<body>|<\/body>.*$/gs, '');
  for (const size of sizes) {
    const titles = Array.from({ length: size }, (_, ordinal) => papers.at(ordinal).title);
    for (const name of PASSES) {
      console.log(`${name}: ${size} titles`);
      const passed = await measureTextPass(files, name, html, titles);
      keep((results) => withPassRow(results, { ...passed, where: on('Chromium') }));
    }
  }
}

function keep(change: (results: PageResults) => PageResults): void {
  const results = kept();
  save({ ...results, pages: change(results.pages) });
}
