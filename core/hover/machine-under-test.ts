import { idleHover, stepHover } from './hover';
import type { HoverEffect, HoverEvent, HoverState } from './hover-state';

/** Events over titles and answers that are plain strings. */
export type Event = HoverEvent<string, string>;

/** The machine with a clock that only moves when told, keeping its one timer as the page does. */
class Machine {
  #state: HoverState<string, string> = idleHover();
  #now = 1_000;
  #wakeAt: number | null = null;
  readonly #log: string[] = [];
  readonly #tokens = new Map<string, number>();
  readonly #openDelayMs: number | undefined;

  constructor(openDelayMs?: number) {
    this.#openDelayMs = openDelayMs;
  }

  send(event: Event): this {
    const step = stepHover(this.#state, event, this.#now, this.#openDelayMs);
    this.#state = step.state;
    for (const effect of step.effects) this.#note(effect);
    return this;
  }

  #note(effect: HoverEffect<string, string>): void {
    if (effect.type === 'wake') {
      this.#wakeAt = effect.at;
    } else if (effect.type === 'look-up') {
      this.#tokens.set(effect.target, effect.token);
      this.#log.push(`look-up ${effect.target}`);
    } else if (effect.type === 'open') {
      this.#log.push(`open ${effect.target} ${effect.answer ?? '…'}`);
    } else {
      this.#log.push(effect.type === 'fill' ? `fill ${effect.answer}` : effect.type);
    }
  }

  wait(ms: number): this {
    const end = this.#now + ms;
    while (this.#wakeAt !== null && this.#wakeAt <= end) {
      this.#now = Math.max(this.#now, this.#wakeAt);
      this.#wakeAt = null;
      this.send({ type: 'wake' });
    }
    this.#now = end;
    return this;
  }

  enter = (target: string, towardsCard = false) => this.send({ type: 'enter', target, towardsCard });
  outside = (towardsCard = false) => this.send({ type: 'outside', towardsCard });
  card = () => this.send({ type: 'enter-card' });
  focus = (target: string) => this.send({ type: 'focus', target });
  ask = (target: string) => this.send({ type: 'ask', target });
  blur = (intoCard = false) => this.send({ type: 'blur', intoCard });
  dismiss = () => this.send({ type: 'dismiss' });
  pin = () => this.send({ type: 'toggle-pin' });
  gone = (target: string) => this.send({ type: 'gone', target });
  answer = (target: string, answer: string) =>
    this.send({ type: 'answer', token: this.#tokens.get(target) ?? -1, answer });
  phase = () => this.#state.phase;
  /** What happened since the last look. */
  seen = () => this.#log.splice(0);
}

/** With the delay that the reader chose, ms; else the one of the house. */
export function machine(openDelayMs?: number): Machine {
  return new Machine(openDelayMs);
}
