import { runPackage } from '../run-package';

interface LintMessage {
  readonly _type: string;
  readonly code: string;
  readonly file?: string;
  readonly message: string;
}
interface LintReport {
  readonly errors: readonly LintMessage[];
  readonly warnings: readonly LintMessage[];
  readonly notices: readonly LintMessage[];
}

/** What the linter of Mozilla's store (the one inside `web-ext lint`) has against a build, notices included; empty when nothing. */
export async function lintTroubles(folder: string): Promise<readonly string[]> {
  const { output } = await runPackage('addons-linter', ['--output', 'json', folder]);
  const start = output.indexOf('{');
  if (start < 0) return [`addons-linter said nothing that can be read: ${output.slice(0, 500)}`];
  const { errors, warnings, notices } = JSON.parse(output.slice(start)) as LintReport;
  return [...errors, ...warnings, ...notices].map(
    ({ _type, code, file, message }) => `${_type} ${code} ${file ?? ''}: ${message}`,
  );
}
