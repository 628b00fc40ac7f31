import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Family = 'chromium' | 'firefox';

export interface Browser {
  readonly family: Family;
  readonly path: string;
  /** Chrome and Edge as sold: since version 137 (2025-05) they ignore `--load-extension`. */
  readonly branded: boolean;
}

const NAMES: Readonly<Record<Family, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chrome',
    'msedge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const OVERRIDES: Readonly<Record<Family, string>> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

const MAC_APPS: Readonly<Record<Family, readonly string[]>> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS_PROGRAMS: Readonly<Record<Family, readonly string[]>> = {
  chromium: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/** What the search depends on, so that it can be tried without the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
}

const THIS_MACHINE: Machine = {
  platform: process.platform,
  env: process.env,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** All places where a browser of the family may be, the ones that load an unpacked extension most easily first. */
function places(family: Family, { platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return MAC_APPS[family].flatMap((app) => folders.map((folder) => join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return WINDOWS_PROGRAMS[family].flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return NAMES[family].flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

const BRANDED = /google[ -/\\]*chrome(?! for testing)|microsoft[ -/\\]*edge|msedge/i;

/**
 * A browser of the family on this machine, or null. `CHROMIUM_PATH` and `FIREFOX_PATH` go first; one that names nothing
 * executable is the reader's mistake and throws. Chromium is preferred to Chrome, Chrome to Edge.
 */
export function findBrowser(family: Family, machine: Machine = THIS_MACHINE): Browser | null {
  const override = machine.env[OVERRIDES[family]];
  if (override && !machine.isExecutable(override)) {
    throw new Error(`${OVERRIDES[family]} is ${override}, which is not an executable file.`);
  }
  const path = override ?? places(family, machine).find((place) => machine.isExecutable(place));
  return path ? { family, path, branded: BRANDED.test(path) } : null;
}

/** The path of a browser of the family, for tools that can do nothing without; throws where there is none. */
export function browserPath(family: Family): string {
  const found = findBrowser(family);
  if (!found) throw new Error(`No ${family} on this machine; ${OVERRIDES[family]} may name one.`);
  return found.path;
}
