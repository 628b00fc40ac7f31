import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** A module of ours as a script that puts its exports into a global variable, for tests that run it in a page. */
export async function bundled(module: string, variable: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(ROOT, module), formats: ['iife'], name: variable },
    },
  });
  const [made] = Array.isArray(result) ? result : [result];
  const script = made && 'output' in made ? made.output[0].code : undefined;
  if (script === undefined) throw new Error(`${module} was not built`);
  return script;
}
