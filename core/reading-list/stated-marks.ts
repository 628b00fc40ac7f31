import { httpUrl } from '../identity/links';
import { clip, wellFormed } from '../text/well-formed';
import { NOTE_LENGTH_MAX, PRIORITIES, READING_STATUSES, type Priority, type ReadingStatus } from './entry';
import { normaliseTags, TAGS_MAX } from './tags';

/** Of more tags in a file nobody has chosen each. */
const STATED_TAGS_MAX = 10 * TAGS_MAX;
/** What the clock of a computer can say: the greatest number of a JavaScript date. */
const TIME_MAX = 8.64e15;

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
  readonly priority: Priority | null;
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
    tags: Array.isArray(raw.tags) ? normaliseTags(raw.tags.slice(0, STATED_TAGS_MAX).filter(isText)) : [],
    note: isText(raw.note) ? plainNote(raw.note) : '',
    priority: PRIORITIES.find((priority) => priority === raw.priority) ?? null,
    addedAt: timeOf(raw.addedAt),
    statusAt: timeOf(raw.statusAt),
    openedAt: timeOf(raw.openedAt),
    sourceUrl: typeof raw.sourceUrl === 'string' ? httpUrl(raw.sourceUrl) : null,
  };
}

// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** A note as it is kept: line ends are one character, no other control characters but tabs, no blank lines around it. */
export function plainNote(text: string): string {
  return wellFormed(clip(text, NOTE_LENGTH_MAX))
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

const isText = (value: unknown): value is string => typeof value === 'string';
