import type { MessageKey } from '../messages';

/** What is new for a reader in a version, said in one line each. */
export interface News {
  /** Major and minor: what comes with a patch is no news. */
  readonly version: `${number}.${number}`;
  readonly points: readonly MessageKey[];
}

/** Last version first. A release that brings something a reader sees adds a row here and its lines to the locales. */
export const NEWS: readonly News[] = [
  { version: '0.1', points: ['news_0_1_panel', 'news_0_1_options', 'news_0_1_list', 'news_0_1_map'] },
];

/** The latest version that has news which came after `since` (`0.1.4`) and not after `now`; null when none has. */
export function newestSince(since: string, now: string, news: readonly News[] = NEWS): string | null {
  const found = news.find(({ version }) => isBefore(since, version) && !isBefore(now, version));
  return found?.version ?? null;
}

/** Whether a version comes before another by major and minor. */
function isBefore(one: string, other: string): boolean {
  const [major = 0, minor = 0] = numbersOf(one);
  const [otherMajor = 0, otherMinor = 0] = numbersOf(other);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

const numbersOf = (version: string): readonly number[] =>
  version.split('.').map((part) => Number.parseInt(part, 10) || 0);
