import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A saved page: what it shows, and which of that the bundled corpus has. */
export interface PageGold {
  readonly file: string;
  /** The address the page is served under. */
  readonly url: string;
  /** Kind of page, for the table; the host of the address where nothing is said. */
  readonly site?: string;
  readonly titles: readonly string[];
  readonly known: readonly string[];
}

/** One way in which a title is written in a document, and how often. */
export interface Form {
  readonly text: string;
  /** `exact`, `case`, `line-wrapped`… */
  readonly kind: string;
  readonly n: number;
}

export interface GoldPaper {
  readonly title: string;
  readonly forms: readonly Form[];
}

/** A document and the bundled papers that it names. */
export interface MentionsGold {
  readonly file: string;
  /** Have to be found. */
  readonly must: readonly GoldPaper[];
  /** Neither wanted nor wrong. */
  readonly may: readonly GoldPaper[];
  /** Texts that look like the title of a bundled paper and are another's. */
  readonly mustNot: readonly { readonly text: string; readonly looksLike: string }[];
  /** Titles of a larger list that stand in it: a lower bound. */
  readonly others: readonly string[];
}

/** A document without any bundled paper. */
export interface NegativeGold {
  readonly file: string;
  /** Titles of a larger list that stand in it. */
  readonly titlesLarge: readonly string[];
}

/** The lines of `DIR/name`, each of which is JSON of that shape. */
export function readGold<Gold>(dir: string, name: string): readonly Gold[] {
  const lines = readFileSync(join(dir, name), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Gold);
}
