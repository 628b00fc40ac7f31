import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../run-package';
import { single, type StepResult } from './step';

/** Gzipped, in kB of 1,000 bytes; the budgets of the design. */
const BUDGET_KB = {
  content: 40,
  card: 15,
  summariser: 20,
  kinReasons: 8,
  places: 12,
  keeper: 20,
  sync: 18,
  visited: 15,
  background: 60,
};

/** Scripts that are read when something first needs them. */
const OWN_SCRIPTS: readonly (readonly [what: string, file: string, budgetKb: number])[] = [
  ['what draws cards, once one is asked for', 'content-scripts/card-view.js', BUDGET_KB.card],
  ['what makes summaries, once one is asked for', 'summariser.js', BUDGET_KB.summariser],
  ['what tells what kin share, once a card is asked for', 'kin-reasons.js', BUDGET_KB.kinReasons],
  ["what answers the browser's own places, once one is used", 'places-script.js', BUDGET_KB.places],
  ['what own pages do to the list, once they do', 'keeper-script.js', BUDGET_KB.keeper],
  ['what exchanges the list with other machines, once they do', 'sync-script.js', BUDGET_KB.sync],
  ['what keeps visited papers, once one is', 'visited-script.js', BUDGET_KB.visited],
];

interface Manifest {
  readonly background?: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly content_scripts?: readonly { readonly js?: readonly string[]; readonly css?: readonly string[] }[];
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

/** A script and all that it imports statically, each once: what the browser reads before the first line runs. */
function withImports(folder: string, file: string, seen = new Set<string>()): Set<string> {
  const path = join(folder, file);
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, target] of readFileSync(path, 'utf8').matchAll(STATIC_IMPORT)) {
    if (target !== undefined) withImports(dirname(path), target, seen);
  }
  return seen;
}

/** In bytes, each script with its imports, each file by itself. */
function gzippedSize(folder: string, files: readonly string[]): number {
  const paths = new Set(files.flatMap((file) => [...withImports(folder, file)]));
  return [...paths].reduce((bytes, path) => bytes + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

interface Line {
  readonly ok: boolean;
  readonly line: string;
}

function compared(what: string, bytes: number, budgetKb: number): Line {
  const ok = bytes > 0 && bytes <= budgetKb * 1_000;
  return { ok, line: `${what} ${kilobytes(bytes)} of ${budgetKb} kB gzipped${ok ? '' : '  TOO MUCH'}` };
}

/** A row of the manifest is what one page loads: the core script and the site's. The heaviest row counts. */
function contentLines(
  folder: string,
  target: string,
  rows: NonNullable<Manifest['content_scripts']>,
): Line[] {
  const sizeOf = (files: readonly string[]): number => gzippedSize(folder, files);
  const pages = rows.map(({ js = [], css = [] }) => {
    const [core, ...own] = js;
    return { own, core: core === undefined ? 0 : sizeOf([core]), size: sizeOf(js.concat(css)) };
  });
  const heaviest = Math.max(0, ...pages.map(({ size }) => size));
  const own = pages
    .filter((page) => page.own.length > 0)
    .map(
      (page) =>
        `${page.own.map((file) => basename(file, '.js')).join(' ')} ${kilobytes(page.size - page.core)}`,
    );
  return [
    compared(`${target}: content, on the heaviest page`, heaviest, BUDGET_KB.content),
    { ok: true, line: `${target}: of that core ${kilobytes(pages[0]?.core ?? 0)}; sites: ${own.join(', ')}` },
  ];
}

function sizesOf(target: string): { readonly ok: boolean; readonly lines: readonly string[] } {
  const folder = join(ROOT, '.output', `${target}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) return { ok: false, lines: [`${target}: not built`] };
  const { background, content_scripts: rows = [] } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const worker = [background?.service_worker ?? [], background?.scripts ?? []].flat();
  const lines = [
    ...contentLines(folder, target, rows),
    ...OWN_SCRIPTS.map(([what, file, budgetKb]) =>
      compared(`${target}: ${what}`, gzippedSize(folder, [file]), budgetKb),
    ),
    compared(`${target}: background`, gzippedSize(folder, worker), BUDGET_KB.background),
  ];
  return { ok: lines.every(({ ok }) => ok), lines: lines.map(({ line }) => line) };
}

/** Whether both builds keep their budgets; the sizes are printed either way. */
export async function sizesStep(): Promise<StepResult> {
  const sizes = ['chrome', 'firefox'].map(sizesOf);
  return single(
    sizes.every(({ ok }) => ok),
    sizes.flatMap(({ lines }) => lines).join('\n'),
  );
}
