/** Lets an import through, holds it, or ends it. */
export class Gate {
  #state: 'open' | 'shut' | 'cancelled' = 'open';
  #waiting: ((mayGoOn: boolean) => void)[] = [];

  pause(): void {
    if (this.#state === 'open') this.#state = 'shut';
  }

  goOn(): void {
    if (this.#state === 'shut') this.#state = 'open';
    this.#release();
  }

  cancel(): void {
    this.#state = 'cancelled';
    this.#release();
  }

  /** Resolves when there is no pause (any more): whether the import may go on. */
  readonly mayGoOn = (): Promise<boolean> => {
    if (this.#state !== 'shut') return Promise.resolve(this.#state === 'open');
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  };

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(this.#state === 'open');
  }
}
