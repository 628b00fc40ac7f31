import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { browserPath } from '../browsers/find';
import { askAxe, measure, type AxeRules } from './measure-screen';

declare global {
  interface Window {
    readonly screenNames: readonly string[];
    readonly screenSettled: () => Promise<unknown>;
  }
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** Answered by the script itself; nothing is served and nothing leaves the machine. */
const ORIGIN = 'http://screens.test';
/** A page waits as long for its frames as it computes. */
const PAGES_AT_ONCE = 3;
/** Nothing has to fit into less (WCAG 1.4.10), in CSS pixels. */
const NARROWEST_PX = 320;
const POPUP_SIZE = { width: 440, height: 640 };
const PAGE_SIZE = { width: 760, height: 860 };
const MAP_SIZE = { width: 1_180, height: 780 };
const WELCOME_SIZE = { width: 1_000, height: 860 };

/** Of the pages by the beginning of their names; a side panel at its narrowest and as wide as anybody has it. */
const SIZES: readonly (readonly [
  names: RegExp,
  size: { readonly width: number; readonly height: number },
])[] = [
  [/^(?:list|map)/, MAP_SIZE],
  [/^(?:library|options)/, PAGE_SIZE],
  [/^welcome/, WELCOME_SIZE],
  [/^panel-wide/, { width: 600, height: 860 }],
  [/^panel/, { width: 320, height: 720 }],
];

/** Words that screens are drawn with, and the looks that each then has in turn. */
interface Drawing {
  readonly language: 'de' | 'en' | 'ja' | 'zh_CN';
  /** As a language written from the right has it; else as the language has it. */
  readonly direction?: 'rtl';
  readonly looks: readonly Look[];
}

interface Look {
  readonly scheme: 'light' | 'dark';
  /**
   * The rules of axe to ask. Names and roles are the same in every language, and in every scheme but for contrast; how much
   * room words take is not.
   */
  readonly axe: AxeRules;
  /** As the browser's zoom of pages does it: 2 leaves half the room in either direction. */
  readonly zoom?: number;
  /** The colours of the system in place of ours. */
  readonly forcedColors?: 'active';
}

const PLAIN: Look = { scheme: 'light', axe: 'none' };
const DRAWINGS: readonly Drawing[] = [
  {
    language: 'en',
    looks: [
      { scheme: 'light', axe: 'all' },
      { scheme: 'dark', axe: 'contrast' },
      { scheme: 'dark', axe: 'none', forcedColors: 'active' },
    ],
  },
  { language: 'de', looks: [PLAIN, { ...PLAIN, zoom: 2 }] },
  { language: 'zh_CN', looks: [PLAIN] },
  { language: 'ja', looks: [PLAIN] },
  { language: 'en', direction: 'rtl', looks: [PLAIN] },
];

/** What the pictures and troubles of a look are called by. */
function nameOfLook({ language, direction }: Drawing, { scheme, zoom, forcedColors }: Look): string {
  const special = [direction, zoom && `zoom-${zoom}`, forcedColors && 'forced-colours'].filter(Boolean);
  return [language, scheme, ...special].join('-');
}

export interface ScreenTrouble {
  readonly screen: string;
  readonly what: string;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Builds the gallery in memory: its files by path. */
async function buildGallery(): Promise<Files> {
  const result = await build({
    root: join(ROOT, 'tools/screens'),
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022' },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = new Map<string, string | Uint8Array>();
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) {
      files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
    }
  }
  return files;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

async function openGallery(browser: Browser, files: Files, scale: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: POPUP_SIZE,
    reducedMotion: 'reduce',
    deviceScaleFactor: scale,
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname === '/' ? '/index.html' : pathname;
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) });
  });
  return page;
}

export interface CheckOptions {
  /** Path of a Chromium; without it the one of this machine. */
  readonly executablePath?: string;
  /** Where pictures go; null takes none. */
  readonly pictures: string | null;
  /** Only screens whose name holds this. */
  readonly only?: string;
}

/**
 * Draws every screen in every look, looks for overflow, small targets and what axe finds,
 * and takes its picture. An empty answer means that nothing is wrong.
 */
export async function checkScreens(options: CheckOptions): Promise<readonly ScreenTrouble[]> {
  const files = await buildGallery();
  const executablePath = options.executablePath ?? browserPath('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const scale = options.pictures === null ? 1 : 2;
  const trouble: ScreenTrouble[] = [];
  try {
    const pages = await Promise.all(
      Array.from({ length: PAGES_AT_ONCE }, () => openGallery(browser, files, scale)),
    );
    const names = (await namesOf(pages)).filter((name) => name.includes(options.only ?? ''));
    const drawings = DRAWINGS.flatMap((drawing) => names.map((name) => ({ name, drawing })));
    // One list for all pages: each takes the next when it is done with its last.
    const left = drawings.values();
    const found = await Promise.all(pages.map((page) => walk(page, left, options.pictures)));
    trouble.push(...found.flat());
  } finally {
    await browser.close();
  }
  return trouble;
}

async function namesOf([page]: readonly Page[]): Promise<readonly string[]> {
  if (!page) return [];
  await page.goto(ORIGIN);
  return page.evaluate(() => window.screenNames);
}

interface Screen {
  readonly name: string;
  readonly drawing: Drawing;
}

async function walk(
  page: Page,
  screens: Iterable<Screen>,
  pictures: string | null,
): Promise<ScreenTrouble[]> {
  const trouble: ScreenTrouble[] = [];
  page.on('pageerror', (error) => trouble.push({ screen: page.url(), what: error.message }));
  for (const screen of screens) {
    await draw(page, screen);
    for (const look of screen.drawing.looks) {
      const name = `${screen.name}-${nameOfLook(screen.drawing, look)}`;
      await putOn(page, screen, look);
      if (pictures !== null) await picture(page, join(pictures, `${name}.png`));
      const found = [...(await measure(page)), ...(await askAxe(page, look.axe))];
      trouble.push(...found.map((what) => ({ screen: name, what })));
    }
  }
  return trouble;
}

async function draw(page: Page, { name, drawing: { language, direction } }: Screen): Promise<void> {
  const query = new URLSearchParams({ screen: name, language, ...(direction && { direction }) });
  await page.goto(`${ORIGIN}/?${String(query)}`);
  await page.evaluate(() => window.screenSettled());
  if (!name.startsWith('popup-detail')) return;
  await page.evaluate(() => document.querySelector<HTMLElement>('.pk-abstract button')?.click());
}

async function putOn(page: Page, { name }: Screen, { scheme, zoom = 1, forcedColors }: Look): Promise<void> {
  const size = SIZES.find(([pattern]) => pattern.test(name))?.[1] ?? POPUP_SIZE;
  const width = Math.max(size.width / zoom, NARROWEST_PX);
  await page.setViewportSize({ width, height: size.height / zoom });
  await page.emulateMedia({ colorScheme: scheme, forcedColors: forcedColors ?? 'none' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
}

async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await page.screenshot());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv[2];
  const pictures = join(ROOT, '.artifacts/screens');
  const trouble = await checkScreens(only === undefined ? { pictures } : { pictures, only });
  for (const { screen, what } of trouble) console.error(`${screen}: ${what}`);
  console.log(`pictures in .artifacts/screens, ${trouble.length} troubles`);
  process.exitCode = trouble.length === 0 ? 0 : 1;
}
