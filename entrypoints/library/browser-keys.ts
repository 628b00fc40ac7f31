import { browser } from 'wxt/browser';
import type { BrowserKey } from '../../components/options/ports';

/** The browser's keys for Paperkin as the reader has them now; none where the browser does not say. */
export async function browserKeys(): Promise<readonly BrowserKey[]> {
  const commands = await browser.commands.getAll().catch(() => []);
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
}
