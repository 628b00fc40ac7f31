import type { Paper, PaperId } from '../paper';
import { titleKey } from '../text/title-key';
import { titleLikeness } from '../titles/title-likeness';
import type { ListPreview } from './preview';

/** A new paper of an import whose title is nearly that of another paper; nothing else says that they are one. */
export interface PossibleDouble {
  readonly paperId: PaperId;
  readonly other: Pick<Paper, 'id' | 'title' | 'authors' | 'year'>;
  /** Whether the other is on the list already; else it comes with the same file. */
  readonly isListed: boolean;
}

/** Of a title key, at its start and at its end: a double differs in one of them at most. */
const END_LETTERS = 18;
/** More titles that begin or end alike are a series ("Reply to …"), not doubles. */
const ALIKE_MAX = 20;

interface Filed {
  readonly paper: Paper;
  readonly key: string;
  readonly digits: string;
  readonly isListed: boolean;
}

/** The new papers that a reader may have already, each with the first paper that it may be. */
export function possibleDoubles(
  fresh: readonly { readonly paper: Paper }[],
  present: readonly { readonly paper: Paper }[],
): readonly PossibleDouble[] {
  const filed = new Map<string, Filed[]>();
  const file = (one: Filed) => {
    for (const end of endsOf(one.key)) {
      const others = filed.get(end);
      if (!others) filed.set(end, [one]);
      else if (others.length < ALIKE_MAX) others.push(one);
    }
  };
  for (const { paper } of present) file(toFile(paper, true));
  return fresh.flatMap(({ paper }) => {
    const own = toFile(paper, false);
    const near = endsOf(own.key)
      .flatMap((end) => filed.get(end) ?? [])
      .find((other) => mayBeOne(own, other));
    file(own);
    if (!near) return [];
    const { id, title, authors, year } = near.paper;
    return [{ paperId: paper.id, other: { id, title, authors, year }, isListed: near.isListed }];
  });
}

function toFile(paper: Paper, isListed: boolean): Filed {
  const key = titleKey(paper.title);
  return { paper, key, digits: key.replace(/\P{N}+/gu, ''), isListed };
}

/** Titles with other numbers are instalments, which is quickly seen: files have thousands of them. */
function mayBeOne(a: Filed, b: Filed): boolean {
  return a.digits === b.digits && ['same', 'near'].includes(titleLikeness(a.paper.title, b.paper.title));
}

function endsOf(key: string): readonly string[] {
  // A short title is its own start and end; one of a word or two is shared by strangers ("Introduction").
  if (key.length < END_LETTERS) return [];
  return [`^${key.slice(0, END_LETTERS)}`, `${key.slice(-END_LETTERS)}$`];
}

/** What an import would do, and which of its new papers may be there already. */
export interface DoubtfulPreview extends ListPreview {
  readonly doubles: readonly PossibleDouble[];
}
