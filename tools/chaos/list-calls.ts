import type { PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { CallName, Params, Value } from '../../messaging/protocol';
import { sampleMention } from '../../tests/samples/papers';
import {
  choosing,
  editing,
  editingSeen,
  emptying,
  hasVersionOf,
  merging,
  removing,
  restoring,
  saving,
  splitting,
} from './list-effects';
import { factsOf, type Apply, type Facts, type Model } from './model';
import { entryInFile, idAt, paperAt, POOLS, sourceOf } from './papers';
import type { Action } from './step';

/** A call of the list that is to be made, and what it does. */
export interface ListCall<K extends CallName = CallName> {
  readonly name: K;
  readonly params: Params<K>;
  readonly apply: Apply;
  /** Of the papers that it changes. */
  readonly ids: readonly PaperId[];
  /** What it does where only some of those could be read, by the answer; absent where it does all or nothing. */
  readonly applyTo?: (answer: unknown) => Apply;
}

/** What the reader has in hand. */
export interface Hand {
  readonly model: Model;
  /** As the last removal answered. */
  readonly removed: readonly ReadingListEntry[];
}

const listCall = <K extends CallName>(
  name: K,
  params: Params<K>,
  ids: readonly PaperId[],
  apply: Apply,
): ListCall => ({ name, params, ids, apply });

/** The call of an action; null for one that nobody could do just now, or that is about no list. */
export function callOf(action: Action, hand: Hand): ListCall | null {
  switch (action.do) {
    case 'save':
      return saveCall(action.paper);
    case 'set-status': {
      const [paperId, { status }] = [idAt(action.paper), action];
      return listCall('list/set-status', { paperId, status }, [paperId], choosing(paperId, status));
    }
    case 'edit': {
      const [paperIds, { change }] = [action.papers.map(idAt), action];
      return {
        ...listCall('list/edit', { edits: [{ paperIds, change }] }, paperIds, editing(paperIds, change)),
        applyTo: (answer) =>
          editingSeen(
            (answer as Value<'list/edit'>).map(({ paperId }) => paperId),
            change,
          ),
      };
    }
    case 'remove': {
      const paperIds = action.papers.map(idAt);
      return listCall('list/remove', { paperIds }, paperIds, removing(paperIds));
    }
    case 'put-back':
      return putBackCall(hand);
    case 'bring-in':
      return restoreCall(action.papers.map(entryInFile), true);
    case 'empty-bin': {
      const paperIds = action.papers?.map(idAt) ?? null;
      return listCall('bin/empty', { paperIds }, [], emptying(paperIds));
    }
    case 'merge':
      return mergeCall(action, hand.model);
    case 'split':
      return splitCall(hand.model);
    default:
      return null;
  }
}

function saveCall(index: number): ListCall {
  const { id, title, arxiv, authors, year } = paperAt(index);
  const isNamed = sourceOf(index) === 'bundled';
  const ref = isNamed ? { paperId: id } : { mention: sampleMention({ title, arxiv, authors, year }) };
  return listCall('list/save', { ref, sourceUrl: null }, [id], saving(id));
}

function putBackCall({ removed, model }: Hand): ListCall | null {
  const ids = removed.map(({ paper }) => paper.id);
  // Two merges of one entry are more than the model knows of.
  const isSimple = model.isEverywhere(({ entries }) => ids.every((id) => !entries.get(id)?.merged));
  return removed.length > 0 && isSimple ? restoreCall(removed, false) : null;
}

function restoreCall(entries: readonly ReadingListEntry[], isOld: boolean): ListCall {
  const facts = new Map<PaperId, Facts>(entries.map((entry) => [entry.paper.id, factsOf(entry)]));
  return listCall('list/restore', { entries }, [...facts.keys()], restoring(facts, isOld));
}

/** Of two papers that can be merged whatever happened, those that the numbers choose. */
function mergeCall(action: Action & { readonly do: 'merge' }, model: Model): ListCall | null {
  const ids = pagePapers().filter((id) =>
    model.isEverywhere((world) => world.entries.get(id)?.merged === null && !hasVersionOf(world, id)),
  );
  const [entryId, paperId] = [ids[action.into % ids.length], ids[action.paper % ids.length]];
  if (entryId === undefined || paperId === undefined || entryId === paperId) return null;
  const change = { kind: 'merge', entryId, paperId, as: null } as const;
  return listCall('list/versions', { change }, [entryId, paperId], merging(entryId, paperId));
}

/** Of the first merge that comes apart whatever happened. */
function splitCall(model: Model): ListCall | null {
  const pairs = pagePapers().flatMap((into) => pagePapers().map((paper) => [into, paper] as const));
  const pair = pairs.find(([into, paper]) => model.isSure(splitting(into, paper)));
  if (!pair) return null;
  const [entryId, paperId] = pair;
  const change = { kind: 'split', entryId, paperId, areApart: false } as const;
  return listCall('list/versions', { change }, [entryId, paperId], splitting(entryId, paperId));
}

function pagePapers(): readonly PaperId[] {
  const [first, count] = POOLS.page;
  return Array.from({ length: count }, (_, at) => idAt(first + at));
}
