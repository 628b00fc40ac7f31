import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const ROOT = resolve(import.meta.dirname, '..');

export interface Outcome {
  readonly ok: boolean;
  /** Standard output and error together, as they came. */
  readonly output: string;
}

/** The script behind a command of an installed package; not by PATH or a shell, which differ by platform. */
function commandScript(packageName: string, command: string): string {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, script);
}

/** Runs a command of an installed package in the project's folder and keeps what it prints. */
export function runPackage(
  command: string,
  args: readonly string[],
  packageName = command,
): Promise<Outcome> {
  const child = spawn(process.execPath, [commandScript(packageName, command), ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}
