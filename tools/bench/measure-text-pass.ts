import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { browserPath } from '../browsers/find';
import { ROOT } from '../run-package';
import { quantile } from './quantiles';
import type { Passed, PassName, TextPassPage } from './text-pass/pass-types';

const isRoot = process.getuid?.() === 0;
const ORIGIN = 'https://text-pass.test';
/** Nobody waits longer for a page. */
const LIMIT_MS = 60_000;
const ROUNDS = 5;

/** What one of them came to, with so many titles. */
export interface PassResult {
  readonly name: PassName;
  readonly titles: number;
  /** Milliseconds until it can look; and of a look, the median. Null for what did not end in time. */
  readonly prepareMs: number | null;
  readonly passMs: number | null;
  readonly found: number | null;
}

/** The page of `text-pass/`, in memory: its files by path. */
export async function buildTextPass(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root: join(ROOT, 'tools/bench/text-pass'),
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', modulePreload: false },
  });
  const files = new Map<string, string>();
  for (const output of Array.isArray(result) ? result : [result]) {
    if (!('output' in output)) continue;
    for (const file of output.output)
      files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source));
  }
  return files;
}

/** Has one of them look for titles in a page's text, in a browser of its own that can be ended while it hangs. */
export async function measureTextPass(
  files: ReadonlyMap<string, string>,
  name: PassName,
  html: string,
  titles: readonly string[],
): Promise<PassResult> {
  const browser = await launch({
    executablePath: browserPath('chromium'),
    headless: true,
    pipe: true,
    protocolTimeout: 0,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--no-first-run'],
  });
  const result = { name, titles: titles.length, prepareMs: null, passMs: null, found: null };
  try {
    const page = await openTextPass(browser, files);
    const prepareMs = await ask<number>(page, 'prepare', [name, html, titles]);
    if (prepareMs === null) return result;
    const passes: Passed[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const passed = await ask<Passed>(page, 'pass', []);
      if (passed === null) break;
      passes.push(passed);
    }
    const times = passes.map(({ ms }) => ms);
    return { ...result, prepareMs, passMs: quantile(times, 0.5), found: passes[0]?.found ?? null };
  } finally {
    browser.process()?.kill('SIGKILL');
    await browser.close().catch(() => {});
  }
}

async function openTextPass(browser: Browser, files: ReadonlyMap<string, string>): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const body = files.get(pathname === '/' ? '/index.html' : pathname);
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    void request.respond(body === undefined ? { status: 404 } : { body, contentType });
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

/** What a call of the page comes to; null when that takes longer than anybody waits, or the browser gives up on it. */
async function ask<T>(page: Page, call: keyof TextPassPage, args: readonly unknown[]): Promise<T | null> {
  const literals = args.map((each) => JSON.stringify(each)).join(', ');
  const asked = page.evaluate(`textPass.${call}(${literals})`) as Promise<T>;
  // An alternation may be too large to compile; and the browser is ended under what hangs.
  const answer = asked.catch((error: unknown) => {
    console.log(`${call}: ${String(error).replace(/\/.{100,}\//s, '…')}`);
    return null;
  });
  return Promise.race([answer, sleep(LIMIT_MS, null, { ref: false })]);
}
