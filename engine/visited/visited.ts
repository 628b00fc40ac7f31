import { VISITED_CORPUS_ID, VISITED_DUE } from '../../core/visited/visited-corpus';
import { visitedDue, waitingChanges } from '../../core/visited/visited-due';
import { dayOf, visitedPaper } from '../../core/visited/visited-paper';
import type { Params } from '../../messaging/protocol';
import type { CorpusStore } from '../../store/corpus-store';
import { readSettings } from '../../store/settings';
import { openVisitedDatabase, type VisitedStore } from '../../store/visited/visited-database';

/** What the keeping of visited papers needs of the background. */
export interface VisitedWorld {
  readonly corpus: Pick<CorpusStore, 'stamp'>;
  readonly keep: {
    readonly local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Has what is kept made into the corpus where it may take its time; may be called again while that goes on. */
  readonly requestRepair: () => void;
}

/** What keeps papers that pages show. The background reads it as a script of its own when a page first shows one, if the reader said yes. */
export interface Visited {
  /** Answers `page/visited`. */
  readonly note: (params: Params<'page/visited'>, world: VisitedWorld) => Promise<null>;
}

let opened: VisitedStore | null = null;

export const visited: Visited = {
  async note({ papers }, world) {
    const { local } = world.keep;
    const { keepVisited, visitedDays } = await readSettings(local, '');
    const { [VISITED_DUE]: lastDue } = await local.get([VISITED_DUE]);
    const isAsked = papers.length === 0;
    // Nothing was ever kept, or nothing is to be: the database need not be there.
    if (isAsked ? typeof lastDue !== 'number' : !keepVisited) return null;
    const store = (opened ??= openVisitedDatabase());
    if (!isAsked) await store.note(seenIn(papers), dayOf(world.now()));
    const state = await store.state();
    if (state.limitDays !== visitedDays) await store.setLimit(visitedDays);
    const waiting = waitingChanges(state, await world.corpus.stamp(VISITED_CORPUS_ID));
    const lastDueMs = typeof lastDue === 'number' ? lastDue : Infinity;
    const due = visitedDue(
      { ...state, waiting },
      { isAsked, limitDays: visitedDays, lastDueMs },
      world.now(),
    );
    await local.set({ [VISITED_DUE]: due.nextMs });
    if (due.isNow) world.requestRepair();
    return null;
  },
};

function seenIn(papers: Params<'page/visited'>['papers']) {
  return papers.flatMap(({ mention, knownAs }) => {
    const paper = visitedPaper(mention);
    return paper === null ? [] : { paper, knownAs };
  });
}
