import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Whether a package is locked where `from` would find it: in its own `node_modules`, or in one of a folder above. */
function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (Object.hasOwn(packages, `${folder === '' ? '' : `${folder}/`}node_modules/${name}`)) return true;
    if (folder === '') return false;
  }
}

describe('package-lock.json', () => {
  it('names no download address, so that every machine asks its own registry', () => {
    const addressed = Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined);
    expect(addressed).toEqual([]);
  });

  // npm writes only this machine's binaries where it reads them off `node_modules`; `npm ci` then fails elsewhere.
  it('locks whatever a locked package needs, on every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(name, path))
        .map((name) => `${path || 'paperkin'} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('lists the platforms of the packages that bring binaries', () => {
    const platforms = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    for (const platform of ['darwin-arm64', 'win32-x64', 'linux-x64']) {
      expect(platforms.some((name) => name.includes(platform))).toBe(true);
    }
  });
});
