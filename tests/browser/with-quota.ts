import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './built-extension';

/** A copy of the extension whose storage has a limit that a test can set. */
export interface LimitedExtension {
  readonly folder: string;
  readonly remove: () => void;
}

/** Chromium gives `unlimitedStorage` no quota at all, so none can be overridden to play a full disk. */
export function extensionWithQuota(): LimitedExtension {
  const folder = mkdtempSync(join(tmpdir(), 'paperkin-with-quota-'));
  cpSync(builtExtension('chrome'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
