/** A package as `package-lock.json` states it. */
export interface LockedLicence {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Those that ask for no more than to be named, and one (MPL) that asks for the source of its own files, which is public. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'Apache-2.0',
  '0BSD',
  'MPL-2.0',
]);
/** Packages that say it elsewhere than in their `package.json`, with where it was read. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  // MIT, in its readme. Comes with the BibTeX parser and is in no build.
  'node_modules/i',
]);

/** Packages that a build may hold whose licence is none of those that are allowed, with what they say. */
export function foreignLicences(packages: Readonly<Record<string, LockedLicence>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, { license, dev, devOptional }]) => {
    const isShipped = path !== '' && dev !== true && devOptional !== true;
    if (!isShipped || SAID_ELSEWHERE.has(path) || (license !== undefined && ALLOWED.has(license))) return [];
    return [`${path}: ${license ?? 'says nothing'}`];
  });
}
