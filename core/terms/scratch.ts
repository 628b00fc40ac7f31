/**
 * Columns with a place for each paper, for the length of one query: 6 bytes a paper, 10 with `best`. They are not kept:
 * memory that is zero anew costs no more than clearing 27 MB, and between queries a worker has better use for it.
 */
export class Scratch {
  readonly scores: Float32Array;
  readonly met: Uint16Array;
  #best: Float32Array | null = null;

  constructor(readonly papers: number) {
    this.scores = new Float32Array(papers);
    this.met = new Uint16Array(papers);
  }

  /** Cleared; only words that several terms meet need it. */
  clearedBest(): Float32Array {
    if (this.#best) this.#best.fill(0);
    else this.#best = new Float32Array(this.papers);
    return this.#best;
  }
}
