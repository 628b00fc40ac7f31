import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import 'fake-indexeddb/auto';
import { PROFILES, profilePath, type KeptProfile } from './kept-profile';
import { OLD_LAYOUTS } from './old-layouts';
import { presentProfile } from './present-layout';

/** `npm run keep-profiles`: writes the profiles that are not kept yet. One that is kept is never written again: that is what it is for. */
function keep(path: string, profile: KeptProfile): void {
  if (existsSync(path)) return console.log(`kept already: ${path}`);
  writeFileSync(path, `${JSON.stringify(profile, null, 1)}\n`);
  console.log(`written: ${path}`);
}

mkdirSync(PROFILES, { recursive: true });
for (const [before, profile] of OLD_LAYOUTS) keep(profilePath(profile.version, before), profile);
const present = await presentProfile();
keep(profilePath(present.version), present);
