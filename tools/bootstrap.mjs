// The one script that runs before anything is installed: plain JavaScript, Node's own modules only.
// `node tools/bootstrap.mjs FILE.ts [arguments]` checks Node, brings node_modules up to date and runs FILE with tsx.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
/** Inside node_modules, so that it goes when they go. */
const STAMP = join(MODULES, '.paperkin-installed');

function fail(line) {
  console.error(`paperkin: ${line}`);
  process.exit(1);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const running = process.versions.node.split('.').map(Number);
  const older = running[0] < wanted[0] || (running[0] === wanted[0] && running[1] < (wanted[1] || 0));
  if (older)
    fail(`Node ${engines.node} is needed, this is ${process.versions.node}. Get one at https://nodejs.org/`);
}

/** Binaries in node_modules differ by platform, so a folder carried to another machine is stale as well. */
function wantedStamp() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Under `npm start` npm names its own script; started by hand it is looked up in PATH, on Windows by the shell. */
function npmCi() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const script = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: 'inherit' };
  return script && /\.[cm]?js$/.test(script)
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function installDependencies() {
  const stamp = wantedStamp();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.log('paperkin: installing dependencies (npm ci) …');
  const { status, error } = npmCi();
  if (error) fail(`npm could not be started: ${error.message}`);
  if (status !== 0) fail('npm ci failed; its message is above.');
  writeFileSync(STAMP, stamp);
}

function run([file, ...args]) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: ROOT, stdio: 'inherit' });
  // Ctrl-C reaches the child as well; it tidies up, and its exit code is ours.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

checkNode();
installDependencies();
run(process.argv.slice(2));
