import {
  CLOSE_GRACE_MS,
  LOOK_UP_DELAY_MS,
  OPEN_DELAY_MS,
  SWITCH_DELAY_MS,
  candidateOf,
  shownOf,
  type Candidate,
  type Cause,
  type HoverEffect,
  type HoverEvent,
  type HoverPhase,
  type HoverState,
  type HoverStep,
  type Shown,
} from './hover-state';

/**
 * When a card opens and closes, as a pure machine over `(state, event, now)`.
 *
 * ```
 *            enter, focus, ask             300 ms
 *   ┌──────┐ ───────────────▶ ┌─────────┐ ───────────────▶ ┌──────┐ ◀─ enter-card, enter the same ──┐
 *   │ idle │                  │ waiting │                  │ open │                                 │
 *   └──────┘ ◀─────────────── └─────────┘                  └──────┘ ── outside, blur ─▶ ┌─────────┐ │
 *      ▲       outside, blur                 enter another │  ▲  ▲ │                    │ closing │─┘
 *      │                                         ┌─────────┘  │  │ │ toggle-pin         └─────────┘
 *      │                                         ▼     100 ms │  │ ▼                      │     │ enter another
 *      │                                    ┌───────────┐ ────┘ ┌────────┐                │     ▼
 *      │                                    │ switching │       │ pinned │                │  (switching)
 *      │                                    └───────────┘       └────────┘                │
 *      └──────── dismiss (any), gone (any but pinned) ◀───────────────────────────────────┘
 *                                                             300 ms, or left the way to the card
 * ```
 *
 * - A card opened by the pointer closes by the pointer, one opened by focus closes by blur (WCAG 1.4.13, "persistent").
 * - `dismiss` works in every phase ("dismissible"); the pointer may always enter the card ("hoverable").
 * - Focus that comes back before the card that it left is closed (`focus-back`) holds it again: a button with the focus may be drawn anew.
 * - What the reader asks for by key (`ask`) opens at once, and is held like a focused title.
 * - Each look-up has a token; an answer whose token is neither the card's nor the candidate's is dropped.
 * - Deadlines live in the state. `wake` acts on those that have passed, so a late, early or doubled wake does no harm.
 */
export function stepHover<Target, Answer>(
  state: HoverState<Target, Answer>,
  event: HoverEvent<Target, Answer>,
  now: number,
  openDelayMs: number = OPEN_DELAY_MS,
): HoverStep<Target, Answer> {
  const step = react(state, event, now, openDelayMs);
  const at = nextDeadline(step.state);
  // Timers may fire a little early: a wake that came too soon asks again.
  if (at === null || (at === nextDeadline(state) && event.type !== 'wake')) return step;
  return { state: step.state, effects: [...step.effects, { type: 'wake', at }] };
}

/** Nothing is hovered yet. */
export function idleHover<Target, Answer>(): HoverState<Target, Answer> {
  return { phase: 'idle', dismissed: null, nextToken: 1 };
}

function react<T, A>(
  state: HoverState<T, A>,
  event: HoverEvent<T, A>,
  now: number,
  openDelayMs: number,
): HoverStep<T, A> {
  const switchDelayMs = Math.min(SWITCH_DELAY_MS, openDelayMs);
  switch (event.type) {
    case 'enter':
      return arrive(state, event.target, 'pointer', now, {
        open: openDelayMs,
        change: event.towardsCard ? openDelayMs : switchDelayMs,
      });
    case 'focus':
      return arrive(state, event.target, 'focus', now, { open: openDelayMs, change: switchDelayMs });
    case 'ask':
      return arrive({ ...state, dismissed: null }, event.target, 'focus', now, { open: 0, change: 0 });
    case 'outside':
      return pointerOutside(state, event.towardsCard, now);
    case 'blur':
      return blurred(state, event.intoCard, now);
    case 'enter-card':
      return keepOpen(state);
    case 'focus-card':
      return heldByFocus(state);
    case 'focus-back':
      return state.phase === 'closing' && state.byBlur ? heldByFocus(state) : stay(state);
    case 'dismiss':
      return dismissed(state);
    case 'toggle-pin':
      return pinToggled(state);
    case 'gone':
      return titleGone(state, event.target);
    case 'answer':
      return answered(state, event.token, event.answer);
    case 'wake':
      return woken(state, now);
  }
}

function to<T, A>(
  state: HoverState<T, A>,
  phase: HoverPhase<T, A>,
  effects: readonly HoverEffect<T, A>[] = [],
): HoverStep<T, A> {
  return { state: { ...phase, dismissed: state.dismissed, nextToken: state.nextToken }, effects };
}

function stay<T, A>(state: HoverState<T, A>): HoverStep<T, A> {
  return { state, effects: [] };
}

function nextDeadline<T, A>(state: HoverState<T, A>): number | null {
  if (state.phase === 'closing') return state.closeAt;
  const candidate = candidateOf(state);
  return candidate && (candidate.lookUpAt ?? candidate.openAt);
}

function arrive<T, A>(
  before: HoverState<T, A>,
  target: T,
  cause: Cause,
  now: number,
  delayMs: { readonly open: number; readonly change: number },
): HoverStep<T, A> {
  if (target === before.dismissed) return stay(before);
  const state = { ...before, dismissed: null };
  if (state.phase === 'pinned') return stay(state);
  const shown = shownOf(state);
  if (shown?.target === target) return to(state, { phase: 'open', shown: { ...shown, cause } });
  if (candidateOf(state)?.target === target) return stay(state);
  const delay = shown ? delayMs.change : delayMs.open;
  const candidate: Candidate<T, A> = {
    target,
    cause,
    token: state.nextToken,
    lookUpAt: now + Math.min(LOOK_UP_DELAY_MS, delay),
    openAt: now + delay,
    answer: null,
  };
  const next = { ...state, nextToken: state.nextToken + 1 };
  return to(next, shown ? { phase: 'switching', shown, candidate } : { phase: 'waiting', candidate });
}

function pointerOutside<T, A>(before: HoverState<T, A>, towardsCard: boolean, now: number): HoverStep<T, A> {
  const state = { ...before, dismissed: null };
  const closing = (shown: Shown<T, A>) =>
    to(state, { phase: 'closing', shown, closeAt: now + CLOSE_GRACE_MS, towardsCard, byBlur: false });
  switch (state.phase) {
    case 'waiting':
      return state.candidate.cause === 'pointer' ? to(state, { phase: 'idle' }) : stay(state);
    case 'open':
      return state.shown.cause === 'pointer' ? closing(state.shown) : stay(state);
    case 'switching':
      if (state.candidate.cause === 'focus') return stay(state);
      return state.shown.cause === 'pointer'
        ? closing(state.shown)
        : to(state, { phase: 'open', shown: state.shown });
    case 'closing':
      // A slow hand on its way gets new grace with each move; one that turned away has decided.
      if (towardsCard) return closing(state.shown);
      return state.towardsCard ? to(state, { phase: 'idle' }, [{ type: 'close' }]) : stay(state);
    default:
      return stay(state);
  }
}

function blurred<T, A>(before: HoverState<T, A>, intoCard: boolean, now: number): HoverStep<T, A> {
  const state = { ...before, dismissed: null };
  const candidate = candidateOf(state);
  const shown = shownOf(state);
  if (!shown) return candidate?.cause === 'focus' ? to(state, { phase: 'idle' }) : stay(state);
  if (intoCard) return keepOpen(state);
  // From here on the pointer holds it: it may still enter the card and then leave it.
  const released: Shown<T, A> = { ...shown, cause: 'pointer' };
  if (state.phase === 'pinned') return to(state, { phase: 'pinned', shown: released });
  if (state.phase === 'closing') return stay(state);
  if (candidate?.cause === 'pointer') return to(state, { phase: 'switching', shown: released, candidate });
  if (state.phase === 'open' && shown.cause === 'pointer') return stay(state);
  return to(state, {
    phase: 'closing',
    shown: released,
    closeAt: now + CLOSE_GRACE_MS,
    towardsCard: false,
    byBlur: true,
  });
}

function keepOpen<T, A>(state: HoverState<T, A>): HoverStep<T, A> {
  const shown = shownOf(state);
  return shown && state.phase !== 'pinned' ? to(state, { phase: 'open', shown }) : stay(state);
}

function heldByFocus<T, A>(state: HoverState<T, A>): HoverStep<T, A> {
  const shown = shownOf(state);
  if (!shown || state.phase === 'pinned') return stay(state);
  return to(state, { phase: 'open', shown: { ...shown, cause: 'focus' } });
}

function dismissed<T, A>(state: HoverState<T, A>): HoverStep<T, A> {
  const shown = shownOf(state);
  const candidate = candidateOf(state);
  if (!shown && !candidate) return stay(state);
  // The one under the pointer must stay closed: that is the candidate, where there is one.
  const target = (candidate ?? shown)?.target ?? null;
  return to({ ...state, dismissed: target }, { phase: 'idle' }, shown ? [{ type: 'close' }] : []);
}

function pinToggled<T, A>(state: HoverState<T, A>): HoverStep<T, A> {
  const shown = shownOf(state);
  if (!shown) return stay(state);
  return to(state, { phase: state.phase === 'pinned' ? 'open' : 'pinned', shown });
}

function titleGone<T, A>(state: HoverState<T, A>, target: T): HoverStep<T, A> {
  const shown = shownOf(state);
  if (state.phase === 'pinned') return stay(state);
  if (shown?.target === target) {
    const candidate = candidateOf(state);
    return to(state, candidate ? { phase: 'waiting', candidate } : { phase: 'idle' }, [{ type: 'close' }]);
  }
  if (candidateOf(state)?.target !== target) return stay(state);
  return to(state, shown ? { phase: 'open', shown } : { phase: 'idle' });
}

function answered<T, A>(state: HoverState<T, A>, token: number, answer: A): HoverStep<T, A> {
  if ('candidate' in state && state.candidate.token === token) {
    return stay({ ...state, candidate: { ...state.candidate, answer } });
  }
  if ('shown' in state && state.shown.token === token) {
    return { state: { ...state, shown: { ...state.shown, answer } }, effects: [{ type: 'fill', answer }] };
  }
  return stay(state);
}

function woken<T, A>(state: HoverState<T, A>, now: number): HoverStep<T, A> {
  if (state.phase === 'closing') {
    return now < state.closeAt ? stay(state) : to(state, { phase: 'idle' }, [{ type: 'close' }]);
  }
  if (!('candidate' in state)) return stay(state);
  const { target, token, cause, lookUpAt, openAt, answer } = state.candidate;
  if (lookUpAt !== null && lookUpAt > now) return stay(state);
  const effects: HoverEffect<T, A>[] = lookUpAt === null ? [] : [{ type: 'look-up', target, token }];
  if (now < openAt) {
    return { state: { ...state, candidate: { ...state.candidate, lookUpAt: null } }, effects };
  }
  const shown: Shown<T, A> = { target, cause, token, answer };
  return to(state, { phase: 'open', shown }, [...effects, { type: 'open', target, answer }]);
}
