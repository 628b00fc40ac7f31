import { counted, markdown, ratio, shown, type Cell } from './cells';
import type { Look } from './measure-page';
import type { PageResults, PageRow, PassRow } from './page-results';

const LOOK_WORDS = `## Pages

Three made pages in Chromium, without the extension and with it in turn, each time in a new tab, the background awake or stopped just before; medians.
One entry of ten on the listing, and one title every 5,000 bytes of the others, is a paper that the extension knows. Milliseconds
are work of the page's main thread, by its own clock; "longest task" is the longest after the document was there, "longest stretch of ours" the
longest that scripts of the extension held the thread at a time, layouts that they asked for included. The first picture of the whole document and
the first mark are counted from the document being there (DOMContentLoaded), by the clock on the wall: no mark can come before that
picture. Memory is what scripts hold, garbage collected. The driver records a trace meanwhile, which costs all alike.
`;

const PASS_WORDS = `## Titles in running text

Who finds known titles in the text of the README, all of them in one page and one run: the milliseconds until it can look, and of one look, the
median of five. Paperkin is its own reading of the page and its index of titles, held in memory, without messages. The regular expression is
one alternation of all titles, over each text node; mark.js 8.11.1 has them as keywords, across elements, and puts elements into the page,
which the others do not. "÷" is how many times ours. Nobody waits longer than a minute:
"-" did not end by then, or the browser called the expression too large.
`;

/** What `npm run bench -- page` writes into the page of benchmarks; nothing before it was run. */
export function pageSections({ looks, passes }: PageResults): readonly string[] {
  return [
    ...(looks.length === 0 ? [] : [LOOK_WORDS, ...looks.map(lookTable)]),
    ...(passes.length === 0 ? [] : [PASS_WORDS, ...passTables(passes)]),
  ];
}

const FIGURES: readonly (readonly [label: string, of: (look: Look) => Cell])[] = [
  ['main thread, ms', ({ taskMs }) => ms(taskMs)],
  ['of it scripts, ms', ({ scriptMs }) => ms(scriptMs)],
  ['of it ours, ms', ({ oursMs }) => ms(oursMs)],
  ['longest task, ms', ({ longestMs }) => ms(longestMs)],
  ['longest stretch of ours, ms', ({ longestOursMs }) => ms(longestOursMs)],
  ['layout shift', ({ layoutShift }) => [layoutShift, 'share']],
  ['memory, MB', ({ heapBytes }) => [heapBytes / 1e6, 'MB']],
  ['first picture of the page, ms', ({ firstFrameMs }) => ms(firstFrameMs ?? null)],
  ['first mark, ms', ({ firstMarkMs }) => ms(firstMarkMs)],
];

const ms = (value: number | null): Cell => [value, 'ms'];

function lookTable({ page, bytes, rounds, without, awake, asleep }: PageRow): string {
  const head = [
    `${page}, ${shown(bytes / 1e6, 'MB')} MB, ${rounds} rounds`,
    'without',
    'with, awake',
    'with, asleep',
  ];
  const lines = FIGURES.map(([label, of]) =>
    [label].concat([without, awake, asleep].map((look) => shown(...of(look)))),
  );
  return markdown(head, lines);
}

function passTables(rows: readonly PassRow[]): readonly string[] {
  return [...new Set(rows.map(({ titles }) => titles))].map((size) => {
    const own = rows.filter(({ titles }) => titles === size);
    const ours = own.find(({ name }) => name === 'paperkin');
    const head = [`${counted(size)} titles`, 'ready after, ms', 'a look, ms', '÷', 'places'];
    const lines = own.map((row) => [
      row.name,
      shown(row.prepareMs, 'ms'),
      shown(row.passMs, 'ms'),
      ratio(row.passMs, ours?.passMs ?? null),
      row.found === null ? '-' : counted(row.found),
    ]);
    return markdown(head, lines);
  });
}
