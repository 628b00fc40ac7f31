import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../run-package';
import { single, type StepResult } from './step';

/** Gzipped, in kB of 1,000 bytes; the budgets of the design. */
const BUDGET_KB = { content: 40, background: 60 };

interface Manifest {
  readonly background?: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly content_scripts?: readonly { readonly js?: readonly string[]; readonly css?: readonly string[] }[];
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

/** A script and all that it imports statically, each once: what the browser reads before the first line runs. */
function withImports(folder: string, file: string, seen = new Set<string>()): Set<string> {
  const path = join(folder, file);
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, target] of readFileSync(path, 'utf8').matchAll(STATIC_IMPORT)) {
    if (target !== undefined) withImports(dirname(path), target, seen);
  }
  return seen;
}

/** In bytes, each script with its imports, each file by itself. */
function gzippedSize(folder: string, files: readonly string[]): number {
  const paths = new Set(files.flatMap((file) => [...withImports(folder, file)]));
  return [...paths].reduce((bytes, path) => bytes + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

function sizesOf(target: string): { readonly ok: boolean; readonly lines: readonly string[] } {
  const folder = join(ROOT, '.output', `${target}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) return { ok: false, lines: [`${target}: not built`] };
  const { background, content_scripts: content } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const files = {
    content: (content ?? []).flatMap(({ js = [], css = [] }) => js.concat(css)),
    background: [background?.service_worker ?? [], background?.scripts ?? []].flat(),
  };
  const parts = (['content', 'background'] as const).map((part) => {
    const kilobytes = gzippedSize(folder, files[part]) / 1_000;
    const ok = files[part].length > 0 && kilobytes <= BUDGET_KB[part];
    const line = `${target}: ${part} ${kilobytes.toFixed(1)} kB of ${BUDGET_KB[part]} kB gzipped${ok ? '' : '  TOO MUCH'}`;
    return { ok, line };
  });
  return { ok: parts.every(({ ok }) => ok), lines: parts.map(({ line }) => line) };
}

/** Whether both builds keep their budgets; the sizes are printed either way. */
export async function sizesStep(): Promise<StepResult> {
  const sizes = ['chrome', 'firefox'].map(sizesOf);
  return single(
    sizes.every(({ ok }) => ok),
    sizes.flatMap(({ lines }) => lines).join('\n'),
  );
}
