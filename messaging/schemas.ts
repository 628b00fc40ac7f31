import * as v from 'valibot';
import {
  APART_MAX,
  NOTE_LENGTH_MAX,
  PRIORITIES,
  READING_STATUSES,
  VERSIONS_MAX,
} from '../core/reading-list/entry';
import { TAG_LENGTH_MAX, TAGS_MAX } from '../core/reading-list/tags';
import type { CallName, Params } from './protocol';
import { SYNC_FILE_CHARS_MAX } from './limits';

const MENTIONS_MAX = 5_000;
const TITLE_LENGTH_MAX = 1_000;
const ABSTRACT_LENGTH_MAX = 20_000;
const AUTHORS_MAX = 200;
const OTHER_TITLES_MAX = 50;
/** An author, a venue, an identifier: one line. */
const LINE_LENGTH_MAX = 500;
const ADDRESS_LENGTH_MAX = 4_000;
/** A paper's id may be `title:` and its title key. */
const PAPER_ID_LENGTH_MAX = 4_000;
const QUERY_LENGTH_MAX = 500;
const HITS_MAX = 200;
/** What `page/text` sends at once is half of this at most. */
const TEXT_LENGTH_MAX = 600_000;
const BLOCKS_MAX = 20_000;
const SPANS_MAX = 5_000;
/** A page says them a few at a time. */
const VISITED_MAX = 50;
/** Entries that one call may change. */
const ENTRIES_MAX = 50_000;

const text = (lengthMax: number) => v.pipe(v.string(), v.maxLength(lengthMax));
const line = text(LINE_LENGTH_MAX);
const title = text(TITLE_LENGTH_MAX);
const address = text(ADDRESS_LENGTH_MAX);
const page = v.exactOptional(v.nullable(address));
const paperId = v.pipe(text(PAPER_ID_LENGTH_MAX), v.minLength(1));
const integer = v.pipe(v.number(), v.safeInteger());
const status = v.picklist(READING_STATUSES);
const list = <S extends v.GenericSchema>(item: S, lengthMax: number) =>
  v.pipe(v.array(item), v.maxLength(lengthMax), v.readonly());

const mention = v.pipe(
  v.strictObject({
    title: v.nullable(title),
    arxiv: v.nullable(line),
    doi: v.nullable(line),
    abstract: v.nullable(text(ABSTRACT_LENGTH_MAX)),
    authors: list(line, AUTHORS_MAX),
    year: v.nullable(integer),
    venue: v.nullable(line),
    url: v.nullable(address),
    pdf: v.nullable(address),
  }),
  v.check(
    ({ title: shown, arxiv, doi, url }) => [shown, arxiv, doi, url].some((stated) => stated !== null),
    'expected a title, an arXiv id, a DOI or an address',
  ),
);

const ref = v.union(
  [v.strictObject({ mention }), v.strictObject({ paperId })],
  'expected either a mention or a paperId',
);

const paper = v.strictObject({
  id: paperId,
  title,
  otherTitles: list(title, OTHER_TITLES_MAX),
  abstract: v.nullable(text(ABSTRACT_LENGTH_MAX)),
  authors: list(line, AUTHORS_MAX),
  year: v.nullable(integer),
  month: v.nullable(integer),
  venue: v.nullable(line),
  arxiv: v.nullable(line),
  doi: v.nullable(line),
  url: v.nullable(address),
  pdf: v.nullable(address),
  code: v.nullable(address),
});

const tag = v.pipe(text(TAG_LENGTH_MAX), v.minLength(1));
const tags = list(tag, TAGS_MAX);
const note = text(NOTE_LENGTH_MAX);
const priority = v.picklist(PRIORITIES);

const facts = {
  status,
  starred: v.boolean(),
  tags,
  note,
  priority,
  addedAt: integer,
  statusAt: integer,
  openedAt: v.nullable(integer),
  sourceUrl: v.nullable(address),
};
const merged = v.strictObject({
  own: v.strictObject(facts),
  into: v.strictObject(facts),
  with: list(paperId, VERSIONS_MAX),
});
const version = v.strictObject({
  paper,
  addedAt: integer,
  sourceUrl: v.nullable(address),
  merged: v.nullable(merged),
});
const entry = v.strictObject({
  ...facts,
  paper,
  versions: list(version, VERSIONS_MAX),
  apart: list(paperId, APART_MAX),
});
const two = { entryId: paperId, paperId };
const areApart = v.boolean();
const versionChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('merge'), ...two, as: v.nullable(entry) }),
  v.strictObject({ kind: v.literal('split'), ...two, areApart }),
  v.strictObject({ kind: v.literal('lead'), ...two }),
  v.strictObject({ kind: v.literal('drop'), ...two }),
  v.strictObject({ kind: v.literal('apart'), ...two, areApart }),
]);

const change = v.strictObject({
  status: v.exactOptional(status),
  statusAt: v.exactOptional(integer),
  starred: v.exactOptional(v.boolean()),
  priority: v.exactOptional(priority),
  note: v.exactOptional(note),
  openedAt: v.exactOptional(v.nullable(integer)),
  tags: v.exactOptional(tags),
  renameTag: v.exactOptional(v.strictObject({ from: tag, to: tag })),
  removeTags: v.exactOptional(tags),
  addTags: v.exactOptional(tags),
});
const paperIds = list(paperId, ENTRIES_MAX);
const edits = list(v.strictObject({ paperIds, change }), ENTRIES_MAX);

const span = v.strictObject({
  start: integer,
  end: integer,
  kind: v.picklist(['other', 'link', 'emphasis', 'quote']),
});
const blocks = v.pipe(
  list(
    v.strictObject({
      text: text(TEXT_LENGTH_MAX),
      kind: v.picklist(['text', 'heading', 'item', 'cell']),
      spans: list(span, SPANS_MAX),
    }),
    BLOCKS_MAX,
  ),
  v.check(
    (all) => all.reduce((length, block) => length + block.text.length, 0) <= TEXT_LENGTH_MAX,
    'expected less text',
  ),
);

const corpusId = v.pipe(line, v.minLength(1));

const nothing = v.record(v.string(), v.never());

/** The parameters of each call as they may arrive: every object exact, every string and array bounded. */
export const PARAMS = {
  'page/resolve': v.strictObject({ page, mentions: list(mention, MENTIONS_MAX) }),
  'page/scan-text': v.strictObject({ page, blocks }),
  'page/known-count': v.strictObject({ count: v.pipe(integer, v.minValue(0)) }),
  'page/load-card-view': nothing,
  'page/visited': v.strictObject({
    papers: list(v.strictObject({ mention, knownAs: v.nullable(paperId) }), VISITED_MAX),
  }),
  'paper/card': v.strictObject({ page, ref }),
  'paper/deny': v.strictObject({ page: v.nullable(address), paperId, isDenied: v.boolean() }),
  'list/save': v.strictObject({ ref, sourceUrl: v.nullable(address) }),
  'list/set-status': v.strictObject({ paperId, status }),
  'list/all': nothing,
  'list/edit': v.strictObject({ edits }),
  'list/remove': v.strictObject({ paperIds }),
  'list/restore': v.strictObject({ entries: list(entry, ENTRIES_MAX) }),
  'list/revert': v.strictObject({
    joined: list(v.strictObject({ before: v.nullable(entry), after: entry }), ENTRIES_MAX),
  }),
  'list/versions': v.strictObject({ change: versionChange }),
  'list/tend': v.strictObject({ isStart: v.boolean() }),
  'bin/all': nothing,
  'bin/empty': v.strictObject({ paperIds: v.nullable(paperIds) }),
  search: v.strictObject({
    query: text(QUERY_LENGTH_MAX),
    limit: v.pipe(integer, v.minValue(1), v.maxValue(HITS_MAX)),
  }),
  'corpora/all': nothing,
  'corpora/change': v.strictObject({
    corpusId,
    name: v.nullable(v.pipe(line, v.minLength(1))),
    enabled: v.nullable(v.boolean()),
  }),
  'corpora/remove': v.strictObject({ corpusId }),
  'corpora/abandon': v.strictObject({ corpusId }),
  'corpora/errors': v.strictObject({ corpusId }),
  'corpora/changed': nothing,
  'sync/state': nothing,
  'sync/set': v.strictObject({
    isOn: v.exactOptional(v.boolean()),
    name: v.exactOptional(line),
    forget: v.exactOptional(line),
  }),
  'sync/now': nothing,
  'sync/file': v.strictObject({ text: v.nullable(text(SYNC_FILE_CHARS_MAX)) }),
  health: nothing,
} as const satisfies { readonly [K in CallName]: v.GenericSchema<unknown, Params<K>> };

type SchemaParams<K extends CallName> = v.InferOutput<(typeof PARAMS)[K]>;
/** The calls whose schema asks for more than the protocol has; `satisfies` above finds those that ask for less. */
type Drifted = { [K in CallName]: Params<K> extends SchemaParams<K> ? never : K }[CallName];
const noCallDrifted: [Drifted] extends [never] ? true : Drifted = true;
void noCallDrifted;

/** The calls that a content script may make. What deletes or tells of the whole list is for our own pages only. */
export const PAGE_CALLS: ReadonlySet<CallName> = new Set([
  'page/resolve',
  'page/scan-text',
  'page/known-count',
  'page/load-card-view',
  'page/visited',
  'paper/card',
  'paper/deny',
  'list/save',
  'list/set-status',
]);
