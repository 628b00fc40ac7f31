import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser, type Browser, type Family } from './find';

const DEBIAN_PACKAGE: Readonly<Record<Family, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** One line for a reader without a browser of the family. */
export const HOW_TO_GET: Readonly<Record<Family, string>> = {
  chromium:
    'No Chromium, Chrome or Edge was found: install Chromium (https://www.chromium.org/getting-involved/download-chromium/) or set CHROMIUM_PATH to its program.',
  firefox:
    'No Firefox was found: install it (https://www.mozilla.org/firefox/) or set FIREFOX_PATH to its program.',
};

/** Ubuntu also calls itself "like debian", but its packages of these names only fetch a snap. */
function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function aptInstall(name: string): boolean {
  console.log(`No browser found: installing ${name} by apt-get (Debian, as root) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`);
    return status === 0;
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', name);
}

/** A browser of the family; on Debian, as root, one is installed when there is none. Null when neither is possible. */
export function findOrInstall(family: Family): Browser | null {
  const found = findBrowser(family);
  if (found || !canInstall()) return found;
  return aptInstall(DEBIAN_PACKAGE[family]) ? findBrowser(family) : null;
}
