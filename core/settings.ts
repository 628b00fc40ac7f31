import { OPEN_DELAY_MS } from './hover/hover-state';

/** How the reader wants Paperkin to behave on pages. */
export interface Settings {
  /** Whether known titles are underlined. */
  readonly marks: boolean;
  /** How long the pointer must rest on a title before its card opens, ms: one of `OPEN_DELAYS_MS`. */
  readonly openDelayMs: number;
  /** Whether a card opens only for a title that Alt is pressed on. */
  readonly onlyWithAlt: boolean;
  /** Whether a paper to read is being read from when its PDF is opened from Paperkin. */
  readonly readingOnOpen: boolean;
  /** Whether the browser's own language model may write a summary as well, where there is one. */
  readonly modelSummary: boolean;
  /** Whether papers that pages show with their abstract are kept as visited papers: off until the reader says yes. */
  readonly keepVisited: boolean;
  /** For how many days: one of `VISITED_DAYS`. */
  readonly visitedDays: number;
}

/** The delays to choose from, ms; 1 s is the longest that still feels like an answer. */
export const OPEN_DELAYS_MS = [150, OPEN_DELAY_MS, 600, 1_000] as const;

/** For how long visited papers may be kept, days. */
export const VISITED_DAYS = [30, 90, 365] as const;
const VISITED_DAYS_DEFAULT = 90;

/** Of the record that is kept. One without a number is of version 1; a later one is read as far as it is understood, and never written over. */
export const SETTINGS_VERSION = 1;

/** What holds until the reader says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  marks: true,
  openDelayMs: OPEN_DELAY_MS,
  onlyWithAlt: false,
  readingOnOpen: true,
  modelSummary: false,
  keepVisited: false,
  visitedDays: VISITED_DAYS_DEFAULT,
};

/** The settings in what was kept. A value that is none of ours (a later version's, say) is the default. */
export function settingsOf(kept: unknown): Settings {
  const {
    marks,
    openDelayMs,
    onlyWithAlt,
    readingOnOpen,
    modelSummary,
    keepVisited,
    visitedDays,
  }: { readonly [K in keyof Settings]?: unknown } = Object(kept);
  return {
    marks: marks !== false,
    openDelayMs: OPEN_DELAYS_MS.find((delay) => delay === openDelayMs) ?? OPEN_DELAY_MS,
    onlyWithAlt: onlyWithAlt === true,
    readingOnOpen: readingOnOpen !== false,
    modelSummary: modelSummary === true,
    keepVisited: keepVisited === true,
    visitedDays: VISITED_DAYS.find((days) => days === visitedDays) ?? VISITED_DAYS_DEFAULT,
  };
}

/** The site that a page is of: its host name; empty for what has none, such as a file. */
export function siteOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
