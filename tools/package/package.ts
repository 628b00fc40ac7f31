import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSites } from '../page-scripts/sites';
import { ROOT, runPackage } from '../run-package';
import { sizesStep } from '../test/sizes';
import { foreignLicences, type LockedLicence } from './licences';
import { lintTroubles } from './lint';
import { unexplained, type RightsOfManifest } from './permissions';
import { zipFiles, zipFolder } from './zip-folder';

const BROWSERS = ['chrome', 'firefox'] as const;
const OUT = join(ROOT, '.output');

const folderOf = (browser: string): string => join(OUT, `${browser}-mv3`);
const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What speaks against a release, in words. */
async function troublesOf(): Promise<readonly string[]> {
  const sizes = await sizesStep();
  const hosts = new Set((await readSites()).flatMap(({ matches }) => matches));
  const lock = jsonOf(join(ROOT, 'package-lock.json')) as {
    readonly packages: Readonly<Record<string, LockedLicence>>;
  };
  const rights = BROWSERS.flatMap((browser) =>
    unexplained(jsonOf(join(folderOf(browser), 'manifest.json')) as RightsOfManifest, hosts).map(
      (right) => `${browser}: ${right} is not explained`,
    ),
  );
  return [
    ...(sizes.failed > 0 ? [sizes.detail] : []),
    ...rights,
    ...foreignLicences(lock.packages),
    ...(await lintTroubles(folderOf('firefox'))),
  ];
}

/** Mozilla asks for what a build is made of. Only what is committed. */
function sources(): Uint8Array {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return zipFiles(
    names.filter((name) => name !== '').map((name) => [name, readFileSync(join(ROOT, name))] as const),
  );
}

function write(name: string, archive: Uint8Array): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, name), archive);
  const digest = createHash('sha256').update(archive).digest('hex');
  console.log(`.output/${name}  ${(archive.length / 1_000).toFixed(0)} kB  sha256 ${digest}`);
}

async function build(browser: string): Promise<void> {
  const { ok, output } = await runPackage('wxt', ['build', '-b', browser, '--mv3']);
  if (!ok) throw new Error(output);
}

for (const browser of BROWSERS) await build(browser);
const troubles = await troublesOf();
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) {
  console.error('paperkin: nothing was packed');
  process.exitCode = 1;
} else {
  const { version } = jsonOf(join(ROOT, 'package.json')) as { readonly version: string };
  for (const browser of BROWSERS) write(`paperkin-${version}-${browser}.zip`, zipFolder(folderOf(browser)));
  write(`paperkin-${version}-sources.zip`, sources());
}
