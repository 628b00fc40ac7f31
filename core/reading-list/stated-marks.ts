import { httpUrl } from '../identity/links';
import { plainLine } from '../text/plain-text';
import { clip, wellFormed } from '../text/well-formed';
import { READING_STATUSES, type ReadingStatus } from './entry';

/** Characters of a note: some forty pages. A longer one is a document of its own. */
export const NOTE_CHARS_MAX = 100_000;
/** Characters of a tag with all that it is below. */
const TAG_CHARS_MAX = 200;
/** Tags of one entry. */
const TAGS_MAX = 100;
/** What the clock of a computer can say: the greatest number of a JavaScript date. */
const TIME_MAX = 8.64e15;

/** 0 is none, 3 the most urgent. */
export type StatedPriority = 0 | 1 | 2 | 3;

/**
 * What a file says of the reader's own work with a paper; null where it says nothing, which is not the same as "no".
 * Made by `checkedMarks`, so that every value is sound and bounded.
 */
export interface StatedMarks {
  readonly status: ReadingStatus | null;
  readonly starred: boolean | null;
  readonly tags: readonly string[];
  /** Markdown source; empty for none. */
  readonly note: string;
  readonly priority: StatedPriority | null;
  /** Milliseconds since the epoch, as are all times. */
  readonly addedAt: number | null;
  readonly statusAt: number | null;
  readonly openedAt: number | null;
  readonly sourceUrl: string | null;
}

/** Marks as a format finds them: of any shape, by the names of `StatedMarks`. Times may be numbers or dates in words. */
export type RawMarks = { readonly [Name in keyof StatedMarks]?: unknown };

/** What can be believed of marks that somebody states; the rest is left out. Never throws. */
export function checkedMarks(raw: RawMarks): StatedMarks {
  return {
    status: READING_STATUSES.find((status) => status === raw.status) ?? null,
    starred: typeof raw.starred === 'boolean' ? raw.starred : null,
    tags: Array.isArray(raw.tags) ? plainTags(raw.tags) : [],
    note: typeof raw.note === 'string' ? plainNote(raw.note) : '',
    priority: ([0, 1, 2, 3] as const).find((priority) => priority === raw.priority) ?? null,
    addedAt: timeOf(raw.addedAt),
    statusAt: timeOf(raw.statusAt),
    openedAt: timeOf(raw.openedAt),
    sourceUrl: typeof raw.sourceUrl === 'string' ? httpUrl(raw.sourceUrl) : null,
  };
}

/** Tags as a list keeps them: parts of a nested one without blanks around the slash; each once, whatever its case. */
export function plainTags(stated: readonly unknown[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const text of stated.slice(0, TAGS_MAX * 10)) {
    if (typeof text !== 'string' || kept.size === TAGS_MAX) continue;
    const parts = clip(text, TAG_CHARS_MAX)
      .split('/')
      .map(plainLine)
      .filter((part) => part !== '');
    const tag = parts.join('/');
    if (tag !== '' && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  }
  return [...kept.values()];
}

// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** A note as it is kept: line ends are one character, no other control characters but tabs, no blank lines around it. */
export function plainNote(text: string): string {
  return wellFormed(clip(text, NOTE_CHARS_MAX))
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .trim();
}

/** Milliseconds since the epoch, from a number of them or a date in words; null for anything else. */
export function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' && value.length <= 100 ? Date.parse(value) : value;
  return typeof time === 'number' && Number.isInteger(time) && time >= 0 && time <= TIME_MAX ? time : null;
}
