import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation, EvaluationOptions } from '../evaluation';
import { readGold, type PageGold } from './gold';
import { servedPage } from './saved-document';
import { scorePage, sumPages, type PageScore } from './score-pages';
import { shareCell } from './shares';
import { withFinder } from './with-finder';

/** How well papers are found on the saved pages of `DIR/manifest.jsonl`: all titles, and those of the bundled corpus. */
export async function evaluatePages(dir: string, options: EvaluationOptions): Promise<Evaluation> {
  const golds = readGold<PageGold>(dir, 'manifest.jsonl');
  const { scores, head } = await withFinder(golds, options, async (gold, finder, bundled) => {
    const html = readFileSync(join(dir, gold.file), 'utf8');
    return scorePage(gold, await finder.look(servedPage(gold.url, html)), bundled);
  });
  const figures = sumPages(scores);
  const { titleRecall, knownPrecision, knownRecall } = figures;
  const total = `all: recall of titles ${titleRecall.toFixed(4)}; bundled papers: precision ${knownPrecision.toFixed(4)}, recall ${knownRecall.toFixed(4)}`;
  return { lines: [head, ...siteTable(scores), ...scores.flatMap(troubleLines), total], figures };
}

function siteTable(scores: readonly PageScore[]): string[] {
  const sites = [...new Set(scores.map(({ site }) => site))];
  const rows = sites.map((site) => {
    const pages = scores.filter((score) => score.site === site);
    const sum = (count: (score: PageScore) => number) =>
      pages.reduce((total, page) => total + count(page), 0);
    const titles = sum((page) => page.titles);
    const right = sum((page) => page.right);
    const wrong = sum((page) => page.falseHits.length);
    const missed = sum((page) => page.missedKnown.length);
    const cells = [
      sum((page) => page.papers),
      titles,
      shareCell(titles - sum((page) => page.missedTitles.length), titles),
      right + missed,
      shareCell(right, right + wrong),
      shareCell(right, right + missed),
    ];
    return row(site, cells);
  });
  return [row('site', ['found', 'titles', 'recall', 'known', 'prec.', 'recall']), ...rows];
}

const row = (site: string, cells: readonly (string | number)[]): string =>
  `${site.slice(0, 44).padEnd(46)}${cells.map((cell) => String(cell).padStart(8)).join('')}`;

function troubleLines({ file, missedTitles, missedKnown, falseHits }: PageScore): string[] {
  return [
    ...missedTitles.map((title) => `missed title  ${file}: “${title}”`),
    ...missedKnown.map((title) => `missed known  ${file}: “${title}”`),
    ...falseHits.map((hit) => `false hit     ${file}: ${hit}`),
  ];
}
