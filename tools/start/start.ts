import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, type Browser } from '../browsers/find';
import { findOrInstall, HOW_TO_GET } from '../browsers/install';
import { launchBrowser } from '../browsers/launch';
import type { Session } from '../browsers/tab';
import { ROOT } from '../run-package';
import { buildExtension } from './build';
import { serveDemo } from './serve';
import { tour } from './tour';

const USAGE = `npm start [-- --headless] [-- --firefox]
  --headless  no window: drive the demonstration and print what it shows
  --firefox   use Firefox, also where there is a Chromium`;

const { values: options } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function chooseBrowser(): Browser {
  const browser = options.firefox
    ? findOrInstall('firefox')
    : (findBrowser('chromium') ?? findBrowser('firefox') ?? findOrInstall('chromium'));
  if (!browser) throw new Error(HOW_TO_GET[options.firefox ? 'firefox' : 'chromium']);
  return browser;
}

async function showTour(session: Session, url: string): Promise<void> {
  const tab = await session.openTab();
  await tab.goto(url);
  await tour(session, tab, 5);
  console.log('Everything was seen.');
}

async function stayOpen(session: Session, url: string): Promise<void> {
  const tab = await session.openTab();
  await tab.goto(url);
  console.log(
    '   Rest the pointer on a title; press s to save; open Paperkin in the toolbar (puzzle piece).',
  );
  console.log('   Close the browser or press Ctrl-C here to end; its profile is thrown away.');
  await session.closed;
}

async function main(): Promise<void> {
  const headless = options.headless || !hasDisplay();
  const browser = chooseBrowser();
  console.log(`1. Browser: ${browser.path}`);
  const extension = await buildExtension(browser.family, 'demo');
  console.log(`2. Built: ${relative(ROOT, extension)}`);
  const server = await serveDemo();
  console.log(`3. Demonstration pages: ${server.url}`);
  const viewport = { width: 1_100, height: 800, scale: 1 };
  const session = await launchBrowser(browser, { extension, headless, viewport });
  console.log(`4. Started ${session.version}${headless ? ' without a window' : ''}`);
  const stop = () => void session.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await (headless ? showTour(session, server.url) : stayOpen(session, server.url));
  } finally {
    await session.close().catch(() => {});
    await server.close();
  }
}

if (options.help) {
  console.log(USAGE);
} else {
  main().catch((error: unknown) => {
    console.error(`paperkin: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
