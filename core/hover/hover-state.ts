/** The pointer must rest this long on a title before the card opens, unless the reader chose otherwise: the delay of tooltips everywhere. */
export const OPEN_DELAY_MS = 300;
/** With a card open the reader is comparing titles, and the next one may come sooner. */
export const SWITCH_DELAY_MS = 100;
/** How long a card outlives the pointer that left: enough to cross the gap, or to come back after a slip. */
export const CLOSE_GRACE_MS = 300;
/**
 * The look-up starts well before the card opens, yet not at the first touch: a pointer that sweeps down a listing of
 * 2,000 titles in a second stays half a millisecond on each, and must not send 2,000 messages. 60 ms is longer than
 * three frames of a sweep, and leaves the background 240 ms to answer before anybody could see the difference.
 */
export const LOOK_UP_DELAY_MS = 60;

export type Cause = 'pointer' | 'focus';

/** A title that may get the card. */
export interface Candidate<Target, Answer> {
  readonly target: Target;
  readonly cause: Cause;
  readonly token: number;
  /** Null once asked. */
  readonly lookUpAt: number | null;
  readonly openAt: number;
  readonly answer: Answer | null;
}

/** The title that has the card. `cause` says which hand holds it open. */
export interface Shown<Target, Answer> {
  readonly target: Target;
  readonly cause: Cause;
  readonly token: number;
  readonly answer: Answer | null;
}

export type HoverPhase<Target, Answer> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly candidate: Candidate<Target, Answer> }
  | { readonly phase: 'open'; readonly shown: Shown<Target, Answer> }
  | {
      readonly phase: 'closing';
      readonly shown: Shown<Target, Answer>;
      readonly closeAt: number;
      /** The pointer is on its way to the card; once it turns away there is nothing left to wait for. */
      readonly towardsCard: boolean;
      /** Focus held it a moment ago. */
      readonly byBlur: boolean;
    }
  | {
      readonly phase: 'switching';
      readonly shown: Shown<Target, Answer>;
      readonly candidate: Candidate<Target, Answer>;
    }
  | { readonly phase: 'pinned'; readonly shown: Shown<Target, Answer> };

/** What outlives a phase. */
export interface HoverMemory<Target> {
  /** Closed by hand: it does not open again until the pointer or the focus has left it. */
  readonly dismissed: Target | null;
  readonly nextToken: number;
}

export type HoverState<Target, Answer> = HoverPhase<Target, Answer> & HoverMemory<Target>;

export type HoverEvent<Target, Answer> =
  /** The pointer is over a title. `towardsCard`: it only crosses that title on its way from the open one to the card. */
  | { readonly type: 'enter'; readonly target: Target; readonly towardsCard: boolean }
  /** The pointer moved and is over neither a title nor the card. */
  | { readonly type: 'outside'; readonly towardsCard: boolean }
  | { readonly type: 'enter-card' }
  | { readonly type: 'focus'; readonly target: Target }
  /** The reader asks for this title's card by key, also where it was closed by hand. */
  | { readonly type: 'ask'; readonly target: Target }
  /** Focus left a title, or the card. */
  | { readonly type: 'blur'; readonly intoCard: boolean }
  /** The keyboard moved into the card. */
  | { readonly type: 'focus-card' }
  /** Focus came back into the card that it had left, or that was drawn anew around it. */
  | { readonly type: 'focus-back' }
  | { readonly type: 'dismiss' }
  | { readonly type: 'toggle-pin' }
  /** The title left the viewport or the page. */
  | { readonly type: 'gone'; readonly target: Target }
  | { readonly type: 'answer'; readonly token: number; readonly answer: Answer }
  | { readonly type: 'wake' };

export type HoverEffect<Target, Answer> =
  /** Ask, and hand the reply back as `answer` with the same token. */
  | { readonly type: 'look-up'; readonly target: Target; readonly token: number }
  /** Show the card at this title, in place of any other; `answer` is null while the look-up is under way. */
  | { readonly type: 'open'; readonly target: Target; readonly answer: Answer | null }
  /** The answer of the open card came. */
  | { readonly type: 'fill'; readonly answer: Answer }
  | { readonly type: 'close' }
  /** Send `wake` at this time, and forget earlier requests. */
  | { readonly type: 'wake'; readonly at: number };

export interface HoverStep<Target, Answer> {
  readonly state: HoverState<Target, Answer>;
  readonly effects: readonly HoverEffect<Target, Answer>[];
}

/** The title whose card is open, or null. */
export function shownOf<Target, Answer>(state: HoverState<Target, Answer>): Shown<Target, Answer> | null {
  return 'shown' in state ? state.shown : null;
}

/** The title that would open next, or null. */
export function candidateOf<Target, Answer>(
  state: HoverState<Target, Answer>,
): Candidate<Target, Answer> | null {
  return 'candidate' in state ? state.candidate : null;
}
