import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { browserPath } from '../browsers/find';
import { askAxe, makeReady, measure, type AxeRules } from './measure-screen';

declare global {
  interface Window {
    readonly screenNames: readonly string[];
    readonly drawScreen: (name: string, language: string, written?: 'rtl') => Promise<void>;
  }
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
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

/** Builds the gallery and serves it to this machine. */
async function serveGallery(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const root = join(ROOT, 'tools/screens');
  const outDir = join(ROOT, '.artifacts/gallery');
  const shared = { root, configFile: false, logLevel: 'error' } as const;
  await build({ ...shared, build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the gallery has no address');
  return { url, close: () => server.close() };
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
  const gallery = await serveGallery();
  const executablePath = options.executablePath ?? browserPath('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const drawn = {
      viewport: POPUP_SIZE,
      reducedMotion: 'reduce',
      deviceScaleFactor: options.pictures === null ? 1 : 2,
    } as const;
    // Each as a window of its own: of two tabs of one window the hidden one draws no frames.
    const pages = await Promise.all(Array.from({ length: PAGES_AT_ONCE }, () => browser.newPage(drawn)));
    await Promise.all(pages.map((page) => page.goto(gallery.url)));
    const names = (await namesOf(pages)).filter((name) => name.includes(options.only ?? ''));
    const drawings = DRAWINGS.flatMap((drawing) => names.map((name) => ({ name, drawing })));
    // One list for all pages: each takes the next when it is done with its last.
    const left = drawings.values();
    const found = await Promise.all(pages.map((page) => walk(page, left, options.pictures)));
    return found.flat();
  } finally {
    await browser.close();
    await gallery.close();
  }
}

async function namesOf([page]: readonly Page[]): Promise<readonly string[]> {
  return page ? page.evaluate(() => window.screenNames) : [];
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
  let drawn = '';
  let worn: Look | null = null;
  page.on('pageerror', (error) => trouble.push({ screen: drawn, what: error.message }));
  await makeReady(page);
  for (const screen of screens) {
    drawn = screen.name;
    await draw(page, screen);
    for (const look of screen.drawing.looks) {
      const name = `${screen.name}-${nameOfLook(screen.drawing, look)}`;
      await putOn(page, screen, look, worn);
      worn = look;
      const found = [...(await measure(page))];
      if (pictures !== null) await picture(page, join(pictures, `${name}.png`));
      found.push(...(await askAxe(page, look.axe)));
      trouble.push(...found.map((what) => ({ screen: name, what })));
    }
  }
  return trouble;
}

/** In the page that has the screen before: to open a page anew for each takes most of the time. */
async function draw(page: Page, { name, drawing }: Screen): Promise<void> {
  const { language, direction } = drawing;
  await page.evaluate((asked) => window.drawScreen(...asked), [name, language, direction] as const);
  if (!name.startsWith('popup-detail')) return;
  await page.evaluate(() => document.querySelector<HTMLElement>('.pk-abstract button')?.click());
}

/** Each look differs from the one before in little; what stays is not asked for again. */
async function putOn(page: Page, { name }: Screen, look: Look, before: Look | null): Promise<void> {
  const { scheme, zoom = 1, forcedColors } = look;
  const size = SIZES.find(([pattern]) => pattern.test(name))?.[1] ?? POPUP_SIZE;
  const viewport = { width: Math.max(size.width / zoom, NARROWEST_PX), height: size.height / zoom };
  const now = page.viewportSize();
  if (now?.width !== viewport.width || now.height !== viewport.height) await page.setViewportSize(viewport);
  if (before?.scheme !== scheme || before.forcedColors !== forcedColors)
    await page.emulateMedia({ colorScheme: scheme, forcedColors: forcedColors ?? 'none' });
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
