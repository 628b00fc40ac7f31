import { counted, markdown, ratio, shown } from './cells';
import { TABLES, type FigureKey, type Unit } from './figures';
import { pageSections } from './page-tables';
import type { BrowserRow, LibraryRow, Results } from './results';

/** The name of our own row among the libraries. */
export const OURS = 'paperkin';

const HEAD = `# Benchmarks

Written by \`npm run bench -- corpus\` and \`npm run bench -- page\`, each its own part; do not edit. Papers are made by recombining real titles and abstracts. A run replaces the figures
of the sizes and browsers that it measures; all others stay as an earlier run left them, in \`benchmarks.json\`, so figures of different
sizes may come from different runs. Compare within a size first. "-" is not measured.
`;

/** The whole of `docs/benchmarks.md`. */
export function benchmarksPage(results: Results): string {
  const { pages } = results;
  const measured = [...results.browsers, ...results.libraries, ...pages.looks, ...pages.passes];
  const wheres = measured.map(({ where }) => where);
  const parts = [
    HEAD,
    `Measured with: ${[...new Set(wheres)].join('; ')}.\n`,
    ...TABLES.map((table) => figureTable(table, results.browsers)),
    ...libraryTables(results.libraries),
    ...pageSections(pages),
  ];
  return parts.join('\n');
}

interface FigureTable {
  readonly title: string;
  readonly words: string;
  readonly figures: Readonly<Record<string, { readonly label: string; readonly unit: Unit }>>;
}

function figureTable({ title, words, figures }: FigureTable, rows: readonly BrowserRow[]): string {
  const growth = grownPair(rows);
  const head = ['papers', ...rows.map(({ browser, papers }) => `${browser}, ${counted(papers)}`)];
  if (growth) head.push(`${counted(growth[1].papers)} ÷ ${counted(growth[0].papers)}`);
  const lines = Object.entries(figures).map(([key, { label, unit }]) => {
    const valueOf = (row: BrowserRow) => row.figures[key as FigureKey] ?? null;
    const isRelative = unit === 'share' || unit === 'times';
    const cells = [isRelative || unit === 'papers/s' ? label : `${label}, ${unit}`];
    for (const row of rows) cells.push(shown(valueOf(row), unit));
    if (growth) cells.push(isRelative ? '' : ratio(valueOf(growth[1]), valueOf(growth[0])));
    return cells;
  });
  return `## ${title}\n\n${words}\n\n${markdown(head, lines)}`;
}

/** The two largest sizes in Chromium, the smaller first: how everything grows from one to the other. */
function grownPair(rows: readonly BrowserRow[]): readonly [BrowserRow, BrowserRow] | null {
  const [last, before] = rows.filter(({ browser }) => browser === 'Chromium').toReversed();
  return last && before ? [before, last] : null;
}

function libraryTables(rows: readonly LibraryRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const sizes = [...new Set(rows.map(({ titles }) => titles))];
  const words = `## Beside other libraries

The same titles and the same noisy titles in Node, each library in a process of its own with a limit of time and memory. Paperkin here is its
index of titles in files on the disk, read on demand; the others hold theirs in memory. "Held" is heap and buffers after a collection of
garbage, less what the titles themselves take; "÷" is how many times ours. All titles are asked twice and the second time counts, if
there was time for it; "asked" says how many were. Each library is set as its documentation says for finding misspelt titles:
minisearch fuzzy 0.2 and prefix, flexsearch "forward", orama tolerance 1, fuse.js anywhere in the title.
`;
  return [
    words,
    ...sizes.map((size) =>
      libraryTable(
        size,
        rows.filter(({ titles }) => titles === size),
      ),
    ),
  ];
}

const LIBRARY_HEAD = [
  'build, s',
  '÷',
  'held, MB',
  '÷',
  'peak, MB',
  'p50, ms',
  '÷',
  'p95, ms',
  'right at rank 1',
  'asked',
  '',
] as const;

function libraryTable(size: number, rows: readonly LibraryRow[]): string {
  const ours = rows.find(({ library }) => library.startsWith(OURS));
  const ordered = rows.toSorted((a, b) => Number(b === ours) - Number(a === ours));
  const head = [`${counted(size)} titles`, ...LIBRARY_HEAD];
  const lines = ordered.map((row) => {
    const times = (figure: 'buildS' | 'heldMB' | 'p50') => ratio(row[figure], ours?.[figure] ?? null);
    return [
      row.library,
      shown(row.buildS, 's'),
      times('buildS'),
      shown(row.heldMB, 'MB'),
      times('heldMB'),
      shown(row.peakMB, 'MB'),
      shown(row.p50, 'ms'),
      times('p50'),
      shown(row.p95, 'ms'),
      shown(row.right, 'share'),
      String(row.asked),
      row.trouble ?? '',
    ];
  });
  return markdown(head, lines);
}
