import { ACTIONS, FAULTS, type ActionName, type FaultName } from './step';

/** How actions of one kind came out. */
export interface Ends {
  readonly acknowledged: number;
  /** With a word of why. */
  readonly refused: number;
  /** Whoever asked, or was asked, died. */
  readonly unanswered: number;
}

/** What was tried in some runs, and what came of it. */
export interface Tally {
  readonly runs: number;
  readonly actions: Readonly<Partial<Record<ActionName, Ends>>>;
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  /** Calls of the database that were made to fail. */
  readonly failedCalls: number;
  /** Acknowledged while the disk took nothing, with the word that it lasts until the browser closes. */
  readonly toldTemporary: number;
  readonly checks: number;
  readonly healed: number;
  readonly lost: number;
  readonly half: number;
  /** Runs with any trouble, those that lost something among them. */
  readonly failedRuns: number;
}

const NO_ENDS: Ends = { acknowledged: 0, refused: 0, unanswered: 0 };
export const EMPTY_TALLY: Tally = {
  runs: 0,
  actions: {},
  faults: {},
  failedCalls: 0,
  toldTemporary: 0,
  checks: 0,
  healed: 0,
  lost: 0,
  half: 0,
  failedRuns: 0,
};

/** One more action. */
export function withAction(tally: Tally, name: ActionName, end: keyof Ends): Tally {
  const ends = tally.actions[name] ?? NO_ENDS;
  return { ...tally, actions: { ...tally.actions, [name]: { ...ends, [end]: ends[end] + 1 } } };
}

/** One more fault. */
export function withFault(tally: Tally, name: FaultName): Tally {
  return { ...tally, faults: { ...tally.faults, [name]: (tally.faults[name] ?? 0) + 1 } };
}

/** All of both. */
export function sum(a: Tally, b: Tally): Tally {
  const actions = ACTIONS.map((name) => {
    const [one, two] = [a.actions[name] ?? NO_ENDS, b.actions[name] ?? NO_ENDS];
    const ends: Ends = {
      acknowledged: one.acknowledged + two.acknowledged,
      refused: one.refused + two.refused,
      unanswered: one.unanswered + two.unanswered,
    };
    return [name, ends] as const;
  });
  const faults = FAULTS.map((name) => [name, (a.faults[name] ?? 0) + (b.faults[name] ?? 0)] as const);
  return {
    runs: a.runs + b.runs,
    actions: Object.fromEntries(actions),
    faults: Object.fromEntries(faults),
    failedCalls: a.failedCalls + b.failedCalls,
    toldTemporary: a.toldTemporary + b.toldTemporary,
    checks: a.checks + b.checks,
    healed: a.healed + b.healed,
    lost: a.lost + b.lost,
    half: a.half + b.half,
    failedRuns: a.failedRuns + b.failedRuns,
  };
}

const FAULT_WORDS: Readonly<Record<FaultName, string>> = {
  'kill-worker': 'the background worker stopped in the middle of an action',
  'kill-browser': 'the browser’s process killed (SIGKILL) in the middle of an action',
  'reload-extension': 'the extension reloaded in the middle of an action',
  'close-page': 'the page of an import closed in the middle of it',
  'full-disk': 'the disk full, for several actions',
  'database-fails': 'every n-th call of IndexedDB failing, for several actions',
  'corrupt-bytes': 'a byte of a stored corpus changed',
  'clock-back': 'the clock set back by up to forty days',
  'three-windows': 'three windows acting at once',
};

/** The tables of a tally, in Markdown. */
export function tallyTables(tally: Tally): string {
  const rows = ACTIONS.flatMap((name) => {
    const ends = tally.actions[name];
    return ends ? [`| ${name} | ${ends.acknowledged} | ${ends.refused} | ${ends.unanswered} |`] : [];
  });
  const all = Object.values(tally.actions).reduce((total, ends) => total + ends.acknowledged, 0);
  return [
    '| action | acknowledged | refused with a word | no answer |',
    '| --- | --: | --: | --: |',
    ...rows,
    '',
    '| fault | times |',
    '| --- | --: |',
    ...FAULTS.map((name) => `| ${FAULT_WORDS[name]} | ${tally.faults[name] ?? 0} |`),
    '',
    '| in all | |',
    '| --- | --: |',
    `| runs | ${tally.runs} |`,
    `| actions acknowledged | ${all} |`,
    `| calls of IndexedDB that were made to fail | ${tally.failedCalls} |`,
    `| acknowledged with the word that it lasts until the browser closes | ${tally.toldTemporary} |`,
    `| comparisons of all there is with all that was acknowledged | ${tally.checks} |`,
    `| **acknowledged writes lost** | **${tally.lost}** |`,
    `| **visible by half** | **${tally.half}** |`,
    `| imports gone on with and files repaired | ${tally.healed} |`,
    `| runs with any trouble at all | ${tally.failedRuns} |`,
  ].join('\n');
}
