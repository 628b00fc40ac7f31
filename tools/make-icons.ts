import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { browserPath } from './browsers/find';

const ICONS = resolve(dirname(fileURLToPath(import.meta.url)), '../assets/icons');
/** Below this the drawing on the 16 px grid is the sharper one. */
const SMALL_MAX_PX = 32;

/** Draws `assets/icons/*.svg` as the PNG files the manifest names, with the Chromium of this machine. */
async function makeIcons(): Promise<void> {
  const executablePath = browserPath('chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const size of [16, 32, 48, 128]) {
    const svg = readFileSync(join(ICONS, size <= SMALL_MAX_PX ? 'icon-small.svg' : 'icon.svg'), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    await page.screenshot({ path: join(ICONS, `${size}.png`), omitBackground: true });
    await page.close();
  }
  await browser.close();
}

await makeIcons();
