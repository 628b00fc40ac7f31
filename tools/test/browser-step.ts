import type { Family } from '../browsers/find';
import { findOrInstall, HOW_TO_GET } from '../browsers/install';
import { single, skip, type StepResult } from './step';
import { vitestStep } from './vitest-step';

/** Without a browser the end-to-end tests are left out on a person's machine, and fail where CI=true. */
function withoutBrowser(reason: string): StepResult {
  return process.env['CI'] === 'true' ? single(false, reason) : skip(`SKIPPED. ${reason}`);
}

/** The end-to-end tests of one browser. */
export async function browserStep(family: Family): Promise<StepResult> {
  const browser = findOrInstall(family);
  if (!browser) return withoutBrowser(HOW_TO_GET[family]);
  if (browser.branded) {
    return withoutBrowser(
      `${browser.path} loads no unpacked extension from its command line. ${HOW_TO_GET[family]}`,
    );
  }
  return vitestStep([family]);
}
