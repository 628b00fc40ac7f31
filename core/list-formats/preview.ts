import type { ImportedRecord } from '../formats/format';
import { contradicts, sharesAuthor } from '../match/agreement';
import { indexKeys, type LookupKey } from '../match/keys';
import type { Paper, PaperId } from '../paper';
import type { StatedMarks } from '../reading-list/stated-marks';
import { isSamePaper } from '../titles/same-paper';
import { NO_MARKS, whole, type ListedPaper, type WholeListedPaper } from './listed-paper';
import { mergedEntry, ownAddress } from './merge-entry';

/** What an import would change in an entry, by the names of its fields and its paper's. */
export type ChangedField = keyof Paper | Exclude<keyof WholeListedPaper, 'paper'>;

/** An entry that an import would add to. */
export interface ChangedEntry {
  readonly before: WholeListedPaper;
  readonly after: WholeListedPaper;
  readonly fields: readonly ChangedField[];
}

/** A record that cannot be taken. */
export type UnreadableRecord = ImportedRecord & { readonly ok: false };

/** What an import would do to a list. Nothing of it has happened yet. */
export interface ListPreview {
  /** In the order of the file. */
  readonly fresh: readonly WholeListedPaper[];
  readonly changed: readonly ChangedEntry[];
  /** Entries to which the file adds nothing. */
  readonly same: readonly WholeListedPaper[];
  readonly unreadable: readonly UnreadableRecord[];
}

/**
 * What the records of a file would do to the present list; `now` in milliseconds since the epoch is when papers were added that
 * do not say. A paper that stands twice in the file counts once, with what both say.
 */
export function previewImport(
  records: readonly ImportedRecord[],
  present: readonly ListedPaper[],
  now: number,
): ListPreview {
  const list = new JoinedList(present.map(whole));
  const unreadable: UnreadableRecord[] = [];
  for (const record of records) {
    if (!record.ok) unreadable.push(record);
    else if (!list.take(record.paper, record.marks ?? NO_MARKS, now))
      unreadable.push({
        ok: false,
        reason: { kind: 'title-taken' },
        line: record.line,
        excerpt: record.paper.title.slice(0, 200),
      });
  }
  return { ...list.outcome(), unreadable };
}

interface Place {
  readonly before: WholeListedPaper | null;
  after: WholeListedPaper;
  /** Whether the file names it. */
  isNamed: boolean;
}

/** The list as it would be, with each entry as it was. */
class JoinedList {
  readonly #places = new Map<PaperId, Place>();
  readonly #byKey = new Map<LookupKey, Place[]>();

  constructor(present: readonly WholeListedPaper[]) {
    for (const entry of present) this.#add({ before: entry, after: entry, isNamed: false });
  }

  /** False where the paper's place is another's. */
  take(stated: Paper, marks: StatedMarks, now: number): boolean {
    const paper = { ...stated, url: ownAddress(stated.url, stated) };
    const place = this.#placeOf(paper);
    if (place !== null) {
      place.after = mergedEntry(place.after, paper, marks);
      place.isNamed = true;
      this.#file(place);
      return true;
    }
    if (this.#places.has(paper.id)) return false;
    this.#add({ before: null, after: freshEntry(paper, marks, now), isNamed: true });
    return true;
  }

  outcome(): Omit<ListPreview, 'unreadable'> {
    const named = [...this.#places.values()].filter(({ isNamed }) => isNamed);
    const changed = named.flatMap(({ before, after }) => {
      if (before === null) return [];
      const fields = changedFields(before, after);
      return fields.length === 0 ? [] : [{ before, after, fields }];
    });
    const isChanged = new Set(changed.map(({ before }) => before));
    return {
      fresh: named.flatMap(({ before, after }) => (before === null ? [after] : [])),
      changed,
      same: named.flatMap(({ before }) => (before === null || isChanged.has(before) ? [] : [before])),
    };
  }

  #add(place: Place): void {
    this.#places.set(place.after.paper.id, place);
    this.#file(place);
  }

  #file(place: Place): void {
    for (const key of indexKeys(place.after.paper)) {
      const places = this.#byKey.get(key);
      if (places === undefined) this.#byKey.set(key, [place]);
      else if (!places.includes(place)) places.push(place);
    }
  }

  /** The entry of the paper: by its identity, an identifier, or a title with an author in common. */
  #placeOf(paper: Paper): Place | null {
    const own = this.#places.get(paper.id);
    if (own !== undefined) return isOtherPaper(own.after.paper, paper) ? null : own;
    for (const key of indexKeys(paper)) {
      const found = (this.#byKey.get(key) ?? []).find(({ after }) => isOne(after.paper, paper));
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** Under one key. Identifiers are keys of their own, so that two papers with a common one are met there. */
function isOne(a: Paper, b: Paper): boolean {
  if (contradicts(a, b)) return false;
  return isSamePaper(a, b) || (a.doi !== null && a.doi === b.doi);
}

/** Two papers that have nothing but one title, which is their identity, in common. */
function isOtherPaper(a: Paper, b: Paper): boolean {
  const isByTitle = a.id.startsWith('title:');
  return isByTitle && a.authors.length > 0 && b.authors.length > 0 && !sharesAuthor(a, b);
}

function freshEntry(paper: Paper, marks: StatedMarks, now: number): WholeListedPaper {
  const addedAt = marks.addedAt ?? now;
  return {
    paper,
    status: marks.status ?? 'to-read',
    addedAt,
    statusAt: marks.statusAt ?? addedAt,
    sourceUrl: marks.sourceUrl,
    starred: marks.starred ?? false,
    tags: marks.tags,
    note: marks.note,
    priority: marks.priority ?? 0,
    openedAt: marks.openedAt,
  };
}

/** What differs between an entry as it was and as it would be. */
function changedFields(before: WholeListedPaper, after: WholeListedPaper): readonly ChangedField[] {
  return [
    ...differing(before.paper, after.paper),
    ...differing(before, after).filter((name) => name !== 'paper'),
  ];
}

function differing<T extends object>(a: T, b: T): readonly (keyof T)[] {
  const names = Object.keys(b) as (keyof T)[];
  return names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}
