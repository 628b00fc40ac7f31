import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from './find';

function machine(platform: NodeJS.Platform, env: Machine['env'], ...there: string[]): Machine {
  return { platform, env, isExecutable: (path) => there.includes(path.replaceAll('\\', '/')) };
}

function branded(path: string): boolean | undefined {
  return findBrowser('chromium', machine('linux', { CHROMIUM_PATH: path }, path))?.branded;
}

describe('findBrowser', () => {
  it('prefers Chromium to Chrome, wherever they stand in PATH', () => {
    const linux = machine('linux', { PATH: '/a:/b' }, '/a/google-chrome', '/b/chromium');
    expect(findBrowser('chromium', linux)).toEqual({
      family: 'chromium',
      path: '/b/chromium',
      branded: false,
    });
  });

  it('knows the browsers that refuse --load-extension', () => {
    expect(branded('/usr/bin/google-chrome-stable')).toBe(true);
    expect(branded('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')).toBe(true);
    expect(branded('C:/Program Files/Google/Chrome/Application/chrome.exe')).toBe(true);
    expect(branded('C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe')).toBe(true);
    expect(branded('/Applications/Google Chrome for Testing.app/x')).toBe(false);
    expect(branded('/usr/bin/chromium')).toBe(false);
  });

  it('looks where macOS and Windows keep programs', () => {
    const mac = machine('darwin', {}, '/Applications/Firefox.app/Contents/MacOS/firefox');
    expect(findBrowser('firefox', mac)?.path).toContain('Firefox.app');
    const env = { ProgramFiles: 'C:/Program Files' };
    const windows = machine('win32', env, 'C:/Program Files/Mozilla Firefox/firefox.exe');
    expect(findBrowser('firefox', windows)?.path).toContain('firefox.exe');
  });

  it('says so when the override names nothing, instead of taking another browser', () => {
    const linux = machine('linux', { PATH: '/b', FIREFOX_PATH: '/gone' }, '/b/firefox');
    expect(() => findBrowser('firefox', linux)).toThrow('FIREFOX_PATH is /gone');
  });

  it('returns null where there is none', () => {
    expect(findBrowser('firefox', machine('linux', { PATH: '/b' }))).toBeNull();
  });
});
