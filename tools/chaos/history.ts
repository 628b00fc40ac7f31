import type { EntryChange } from '../../core/reading-list/change';
import { PRIORITIES, READING_STATUSES } from '../../core/reading-list/entry';
import { chanceOf } from '../eval/chance';
import type { Chance } from '../bench/noise';
import { CORPUS_FILES, POOLS, type Source } from './papers';
import type { Action, ActionName, DatabaseFailure, Step, Strike } from './step';

const DAY_MS = 86_400_000;
/** Actions before the first trouble, so that there is something to lose. */
const PEACEFUL = 4;
const EPISODES = [2, 4] as const;
const ACTIONS_IN_EPISODE = [2, 4] as const;
/** A call of the list takes a few milliseconds, one that wakes the worker some fifty. */
const STRIKE_AFTER_MS = 60;
/** An import of a small file takes some hundred. */
const IMPORT_STRIKE_AFTER_MS = 300;
const TAGS = ['sea', 'to cite', 'method/graph', 'later'];
/** Of each kind of file one, papers of imported corpora too. */
const FILES = [
  'keys/000',
  'terms/shards/000000',
  'titles/keys/0000',
  'keys/about',
  'papers/000000',
  'manifest',
];

/** How often which action comes. Imports and exchanges take long. */
const ACTION_WEIGHTS: Readonly<Record<ActionName, number>> = {
  save: 24,
  'set-status': 10,
  edit: 16,
  remove: 9,
  'put-back': 7,
  'bring-in': 5,
  'empty-bin': 2,
  merge: 6,
  split: 5,
  'back-up': 3,
  look: 4,
  'import-corpus': 2,
  'switch-corpus': 1,
  'remove-corpus': 1,
  sync: 2,
};
const EPISODE_WEIGHTS = {
  'kill-worker': 6,
  'kill-browser': 2,
  'reload-extension': 2,
  'close-page': 2,
  'full-disk': 1,
  'database-fails': 6,
  'corrupt-bytes': 2,
  'clock-back': 2,
  'three-windows': 4,
} as const satisfies Readonly<Record<string, number>>;

/** The history of a seed: peaceful actions, then episodes of trouble, each with a check at its end. */
export function historyOf(seed: number): readonly Step[] {
  const dice = new Dice(seed);
  const steps: Step[] = Array.from({ length: PEACEFUL }, () => ({ kind: 'act', action: saveOf(dice) }));
  const episodes = dice.between(...EPISODES);
  for (let episode = 0; episode < episodes; episode += 1) steps.push(...episodeOf(dice));
  return steps;
}

/** Seeds that follow each other made unlike (the finaliser of MurmurHash3): the generator's first numbers are like its seeds. */
function mixed(seed: number): number {
  const once = Math.imul((seed + 1) ^ ((seed + 1) >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

class Dice {
  readonly #chance: Chance;
  #notes = 0;

  constructor(readonly seed: number) {
    this.#chance = chanceOf(mixed(seed));
  }

  /** A whole number, both ends among them. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#chance() * (most - least + 1));
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  byWeight<K extends string>(weights: Readonly<Record<K, number>>): K {
    const names = Object.keys(weights) as K[];
    return this.of(names.flatMap((name) => Array.from({ length: weights[name] }, () => name)));
  }

  /** A note that no other entry has. */
  note(): string {
    this.#notes += 1;
    return `Note ${this.#notes} of ${this.seed}.`;
  }

  paper(...sources: readonly Source[]): number {
    const [first, count] = POOLS[this.of(sources)];
    return this.between(first, first + count - 1);
  }

  papers(most: number, ...sources: readonly Source[]): readonly number[] {
    const drawn = Array.from({ length: this.between(1, most) }, () => this.paper(...sources));
    return [...new Set(drawn)];
  }
}

const ALL: readonly Source[] = ['bundled', 'page', 'page', 'file', 'machine'];

const CHECK: Step = { kind: 'check' };

/** At times the clock is wrong, too. */
const clockOf = (dice: Dice): readonly Step[] =>
  dice.between(1, 3) === 1 ? [{ kind: 'clock-back', byMs: dice.between(1, 40) * DAY_MS }] : [];

const saveOf = (dice: Dice): Action => ({ do: 'save', paper: dice.paper('bundled', 'page') });

function episodeOf(dice: Dice): readonly Step[] {
  const name = dice.byWeight(EPISODE_WEIGHTS);
  const acts = (): Step[] =>
    Array.from({ length: dice.between(...ACTIONS_IN_EPISODE) }, () => ({
      kind: 'act',
      action: actionOf(dice),
    }));
  switch (name) {
    case 'full-disk':
      return [{ kind: name }, ...clockOf(dice), ...acts(), strikeOf(dice, 'kill-worker'), ...acts(), CHECK];
    case 'database-fails': {
      const how = dice.of<DatabaseFailure>(['throws', 'is-full', 'aborts-late']);
      const fails: Step = { kind: name, nth: dice.between(2, 9), how };
      return [...acts(), ...clockOf(dice), fails, ...acts(), ...acts(), CHECK];
    }
    case 'corrupt-bytes': {
      const isBundled = dice.between(0, 1) === 0;
      const file = dice.of(FILES);
      return [...acts(), { kind: name, isBundled, file }, ...acts(), CHECK];
    }
    case 'clock-back':
      return [
        ...acts(),
        { kind: name, byMs: dice.between(1, 40) * DAY_MS },
        ...acts(),
        ...acts(),
        { kind: 'check' },
      ];
    case 'three-windows':
      return [...acts(), threeWindows(dice), threeWindows(dice), CHECK];
    default:
      return [...acts(), strikeOf(dice, name), ...acts(), CHECK];
  }
}

function strikeOf(dice: Dice, fault: Strike): Step {
  const isImport = fault === 'close-page' || dice.between(1, 3) === 1;
  const action: Action = isImport
    ? { do: 'import-corpus', file: dice.between(0, CORPUS_FILES - 1) }
    : actionOf(dice);
  const afterMs = dice.between(0, isImport ? IMPORT_STRIKE_AFTER_MS : STRIKE_AFTER_MS);
  return { kind: 'strike', fault, afterMs, action };
}

/** What of a pool is one of three windows'. */
function share(source: Source, window: number): readonly number[] {
  const [first, count] = POOLS[source];
  return Array.from({ length: count }, (_, at) => first + at).filter((index) => index % 3 === window);
}

/** Of papers of its own each, so that their order does not matter. */
function threeWindows(dice: Dice): Step {
  const actions = [0, 1, 2].flatMap((window): Action[] => {
    const papers = [...share('bundled', window), ...share('page', window)];
    const paper = dice.of(papers);
    return [
      { do: 'save', paper },
      { do: 'edit', papers: [paper, dice.of(papers)], change: changeOf(dice) },
      dice.between(0, 1) === 0
        ? { do: 'set-status', paper, status: dice.of(READING_STATUSES) }
        : { do: 'remove', papers: [dice.of(papers)] },
    ];
  });
  return { kind: 'three-windows', actions };
}

function changeOf(dice: Dice): EntryChange {
  switch (dice.between(0, 4)) {
    case 0:
      return { starred: dice.between(0, 2) > 0 };
    case 1:
      return { priority: dice.of(PRIORITIES) };
    case 2:
      return { addTags: [dice.of(TAGS), dice.of(TAGS)] };
    case 3:
      return { removeTags: [dice.of(TAGS)], starred: true };
    default:
      return { note: dice.note() };
  }
}

function actionOf(dice: Dice): Action {
  const name = dice.byWeight(ACTION_WEIGHTS);
  switch (name) {
    case 'save':
      return saveOf(dice);
    case 'set-status':
      return { do: name, paper: dice.paper(...ALL), status: dice.of(READING_STATUSES) };
    case 'edit':
      return { do: name, papers: dice.papers(5, ...ALL), change: changeOf(dice) };
    case 'remove':
      return { do: name, papers: dice.papers(3, ...ALL) };
    case 'bring-in':
      return { do: name, papers: dice.papers(20, 'file') };
    case 'empty-bin':
      return { do: name, papers: dice.between(0, 1) === 0 ? null : dice.papers(3, ...ALL) };
    case 'merge':
    case 'split':
      return { do: name, into: dice.paper('page'), paper: dice.paper('page') };
    case 'look':
      return { do: name, paper: dice.paper(...ALL) };
    case 'import-corpus':
    case 'remove-corpus':
      return { do: name, file: dice.between(0, CORPUS_FILES - 1) };
    case 'switch-corpus':
      return { do: name, file: dice.between(0, CORPUS_FILES - 1), isOn: dice.between(0, 1) === 0 };
    case 'sync':
      return { do: name, papers: dice.papers(3, 'machine') };
    default:
      return { do: name };
  }
}
