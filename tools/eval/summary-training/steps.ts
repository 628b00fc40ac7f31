/** Weights that gradient steps move, each the less the more it has moved (Duchi et al., AdaGrad, JMLR 12, 2011). */
export class Steps<Name extends string> {
  readonly #weights = new Map<Name, number>();
  readonly #moved = new Map<Name, number>();

  readonly #rate: number;

  constructor(rate: number) {
    this.#rate = rate;
  }

  at(name: Name): number {
    return this.#weights.get(name) ?? 0;
  }

  score(features: Readonly<Record<Name, number>>): number {
    let sum = 0;
    for (const name in features) sum += features[name] * this.at(name);
    return sum;
  }

  /** One step of a loss whose slope by the score is given. */
  step(features: Readonly<Record<Name, number>>, slope: number): void {
    for (const name in features) {
      if (features[name] !== 0) this.move(name, slope * features[name]);
      else if (!this.#weights.has(name)) this.#weights.set(name, 0);
    }
  }

  move(name: Name, slope: number): void {
    const moved = (this.#moved.get(name) ?? 1e-6) + slope * slope;
    this.#moved.set(name, moved);
    this.#weights.set(name, this.at(name) - (this.#rate * slope) / Math.sqrt(moved));
  }

  /** Four decimals. */
  weights(): Record<string, number> {
    return Object.fromEntries([...this.#weights].map(([name, weight]) => [name, Number(weight.toFixed(4))]));
  }
}
