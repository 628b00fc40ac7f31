import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchBrowser } from './bench-browser';
import { copyExtension } from './extension-copy';
import type { Figures } from './figures';
import { openChromium } from './in-chromium';
import { openFirefox } from './in-firefox';
import { LIBRARY_NAMES, measureLibrary, writeLibraryTask } from './libraries';
import { MadePapers, readPaperSource } from './made-papers';
import {
  measureSleepingBackground,
  measureWakingBackground,
  measureImport,
  measureReading,
  measureTitles,
  type Subject,
} from './measure-corpus';
import { kept, on, save } from './kept-results';
import { withBrowserRow, withLibraryRow } from './results';
import { writeSnapshot } from './snapshot-file';

/** What `npm run bench -- corpus` takes. */
export const CORPUS_USAGE = `npm run bench -- corpus [options]
  --sizes 71,10000    numbers of papers
  --titles FILE       real titles, one a line, to make papers of; without, those of --papers
  --papers FILE       JSON lines of {title, abstract}, gzipped or not; without, the bundled papers
  --firefox           in Firefox instead of Chromium
  --no-browser        the libraries alone
  --no-libraries      the browser alone
  --work FOLDER       where files and profiles go; kept, and taken up again: what is imported there is not imported anew
  --json              prints all results at the end`;

const SIZES_UNLESS_SAID = '71,10000';

interface Plan {
  readonly sizes: readonly number[];
  readonly papers: MadePapers;
  readonly browser: 'chrome' | 'firefox' | null;
  readonly libraries: boolean;
  readonly json: boolean;
  readonly work: string;
  /** Whether the folder was made for this run alone. */
  readonly isThrownAway: boolean;
}

function planOf(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: SIZES_UNLESS_SAID },
      titles: { type: 'string' },
      papers: { type: 'string' },
      work: { type: 'string' },
      firefox: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      'no-libraries': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0))
    throw new Error(`--sizes ${values.sizes}: expected numbers of papers, as in 71,10000`);
  if (values.work !== undefined) mkdirSync(values.work, { recursive: true });
  return {
    sizes,
    papers: new MadePapers(readPaperSource(values.titles ?? null, values.papers ?? null)),
    browser: values['no-browser'] ? null : values.firefox ? 'firefox' : 'chrome',
    libraries: !values['no-libraries'],
    json: values.json,
    work: values.work ?? mkdtempSync(join(tmpdir(), 'paperkin-bench-')),
    isThrownAway: values.work === undefined,
  };
}

/** Measures the corpora as the arguments say; what is measured is written down after each step, so a run can be broken off. */
export async function benchCorpus(args: readonly string[]): Promise<void> {
  const plan = planOf(args);
  // At the exit, since an interrupted run does not come to its end.
  if (plan.isThrownAway)
    process.once('exit', () => rmSync(plan.work, { recursive: true, force: true, maxRetries: 5 }));
  if (plan.browser) await benchBrowser(plan, plan.browser);
  if (plan.libraries) for (const size of plan.sizes) await benchLibraries(plan, size);
  if (plan.json) console.log(JSON.stringify(kept()));
}

async function benchBrowser(plan: Plan, target: 'chrome' | 'firefox'): Promise<void> {
  const extension = join(plan.work, `extension-${target}`);
  console.log('building the extension');
  await copyExtension(target, extension);
  for (const size of plan.sizes) await benchSize(plan, target, extension, size);
}

async function benchSize(
  { work, papers, isThrownAway }: Plan,
  target: 'chrome' | 'firefox',
  extension: string,
  count: number,
): Promise<void> {
  const say = (line: string) => console.log(`${target} ${count.toLocaleString('en-US')}: ${line}`);
  const file = join(work, `papers-${count}-${papers.fingerprint}.json`);
  const profile = join(work, `${target}-${count}-${papers.fingerprint}`);
  const start = () =>
    target === 'chrome' ? openChromium(extension, profile) : openFirefox(extension, profile);
  const steps: readonly ((subject: Subject) => Promise<Figures>)[] = [
    measureSleepingBackground,
    measureWakingBackground,
    measureTitles,
    measureReading,
  ];
  const bytes = writeSnapshot(
    file,
    papers,
    count,
    (done) => done % 500_000 === 0 && say(`${done} records made`),
  );
  say(`a file of ${(bytes / 1e6).toFixed(1)} MB`);
  const isIn = `${profile}.imported`;
  if (!existsSync(isIn)) {
    // An import that was broken off would go on where it stopped, and its rate would be of a part.
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile);
    await inBrowser(start, async (browser) =>
      keep(browser, count, await measureImport({ browser, papers, count, say }, file)),
    );
    writeFileSync(isIn, '');
  }
  // Anew: a reader's questions come in another session than the import.
  await inBrowser(start, async (browser) => {
    for (const step of steps) keep(browser, count, await step({ browser, papers, count, say }));
  });
  if (isThrownAway)
    for (const path of [file, profile, isIn]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

async function inBrowser(
  start: () => Promise<BenchBrowser>,
  work: (browser: BenchBrowser) => Promise<void>,
): Promise<void> {
  const browser = await start();
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

async function benchLibraries({ work, papers }: Plan, count: number): Promise<void> {
  const task = join(work, `titles-${count}.json`);
  writeLibraryTask(task, papers, count);
  for (const name of LIBRARY_NAMES) {
    console.log(`${name} ${count.toLocaleString('en-US')}`);
    const row = await measureLibrary(name, task, count, on(`Node ${process.versions.node}`));
    save(withLibraryRow(kept(), row));
  }
  rmSync(task);
}

function keep({ name, version }: BenchBrowser, papers: number, figures: Figures): void {
  save(withBrowserRow(kept(), { browser: name, papers, where: on(version), figures }));
}
