import { clip } from '../text/well-formed';
import { READING_STATUSES } from './entry';
import { normaliseTag } from './tags';
import { LIST_ORDERS, WHOLE_LIST, type ListView } from './view';

/** More than fit a row that is looked over; a bound for what a file may bring. */
export const VIEWS_MAX = 50;
/** UTF-16 units. */
export const VIEW_NAME_LENGTH_MAX = 60;
/** UTF-16 units of what is searched for. */
const VIEW_TEXT_LENGTH_MAX = 200;
const PAPER_ID_LENGTH_MAX = 512;
/** Line breaks and other control characters, and halves of characters. */
const UNSEEN = /[\s\p{Cc}\p{Cs}]+/gu;

/** A view of the list that the reader keeps under a name. */
export interface NamedView {
  /** As `viewName` leaves it; no two have the same `viewKey`. */
  readonly name: string;
  readonly view: ListView;
}

/** Why the views stay as they are: the name is another one's, there are `VIEWS_MAX`, or the view to change is not there. */
export type ViewFault = 'taken' | 'full' | 'gone';

export type ChangedViews =
  | { readonly ok: true; readonly views: readonly NamedView[] }
  | { readonly ok: false; readonly fault: ViewFault };

/** A name as it is kept: on one line, trimmed, cut to its greatest length. Null when nothing is left. */
export function viewName(text: string): string | null {
  const line = clip(text, VIEW_NAME_LENGTH_MAX * 4)
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .trim();
  return clip(line, VIEW_NAME_LENGTH_MAX).trim() || null;
}

/** What two spellings of one name have in common. */
export function viewKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Whether two views show the same papers in the same order. */
export function isSameView(a: ListView, b: ListView): boolean {
  const facts = Object.keys(WHOLE_LIST) as (keyof ListView)[];
  return facts.every((fact) => a[fact] === b[fact]);
}

/** A change of one view: the one named `from` becomes `to`; without `from` that is one more, without `to` one less. */
export interface ViewChange {
  readonly from: string | null;
  readonly to: NamedView | null;
  /** The place of one more; without it the end. */
  readonly at?: number;
}

/** The views after a change of one. */
export function replaceView(views: readonly NamedView[], { from, to, at }: ViewChange): ChangedViews {
  const place = from === null ? -1 : placeOf(views, from);
  if (from !== null && place === -1) return { ok: false, fault: 'gone' };
  const others = views.filter((_, index) => index !== place);
  if (to === null) return { ok: true, views: others };
  if (placeOf(others, to.name) !== -1) return { ok: false, fault: 'taken' };
  if (others.length >= VIEWS_MAX) return { ok: false, fault: 'full' };
  return { ok: true, views: others.toSpliced(from === null ? (at ?? views.length) : place, 0, to) };
}

/** The place of a view by its name; -1 when there is none. */
export function placeOf(views: readonly NamedView[], name: string): number {
  const key = viewKey(name);
  return views.findIndex((each) => viewKey(each.name) === key);
}

/**
 * The views with those of elsewhere after them. One that is there already is left out; one whose name is taken by another gets a
 * number, so that neither is lost. Never more than `VIEWS_MAX`.
 */
export function joinViews(views: readonly NamedView[], more: readonly NamedView[]): readonly NamedView[] {
  return more.reduce((joined, one) => {
    for (let number = 1; number <= VIEWS_MAX + 1; number++) {
      const name = number === 1 ? one.name : numbered(one.name, number);
      const there = joined[placeOf(joined, name)];
      if (there && isSameView(there.view, one.view)) return joined;
      if (there) continue;
      const changed = replaceView(joined, { from: null, to: { ...one, name } });
      return changed.ok ? changed.views : joined;
    }
    return joined;
  }, views);
}

function numbered(name: string, number: number): string {
  const end = ` (${number})`;
  return clip(name, VIEW_NAME_LENGTH_MAX - end.length).trimEnd() + end;
}

/** The views in something that was kept or imported; what is none, and what is too much, is left out. */
export function viewsIn(value: unknown): readonly NamedView[] {
  if (!Array.isArray(value)) return [];
  const views = new Map<string, NamedView>();
  for (const each of value.slice(0, VIEWS_MAX) as unknown[]) {
    const named = namedViewIn(each);
    if (named !== null && !views.has(viewKey(named.name))) views.set(viewKey(named.name), named);
  }
  return [...views.values()];
}

/** One view; null where there is no name. What is missing or odd filters nothing. */
export function namedViewIn(value: unknown): NamedView | null {
  const { name, view } = membersOf(value);
  const kept = typeof name === 'string' ? viewName(name) : null;
  return kept === null || typeof view !== 'object' ? null : { name: kept, view: viewIn(view) };
}

/** A view as it is kept, of anything. */
export function viewIn(value: unknown): ListView {
  const { status, tag, starredOnly, text, order, isReversed, kinTo } = membersOf(value);
  const isId = typeof kinTo === 'string' && kinTo !== '' && kinTo.length <= PAPER_ID_LENGTH_MAX;
  return {
    status: READING_STATUSES.find((each) => each === status) ?? null,
    tag: typeof tag === 'string' ? normaliseTag(tag) : null,
    starredOnly: starredOnly === true,
    text: typeof text === 'string' ? clip(text, VIEW_TEXT_LENGTH_MAX) : '',
    order: LIST_ORDERS.find((each) => each === order) ?? WHOLE_LIST.order,
    isReversed: isReversed === true,
    kinTo: isId ? kinTo : null,
  };
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
