/** Columns with a place for each paper, made once and cleared for every query: 10 bytes a paper, 27 MB at 2.7 million. */
export class Scratch {
  scores = new Float32Array(0);
  best = new Float32Array(0);
  met = new Uint16Array(0);

  /** Lends cleared columns to work that does not wait: nothing else may use them meanwhile. */
  use<Result>(papers: number, work: (columns: Scratch) => Result): Result {
    if (this.scores.length === papers) {
      this.scores.fill(0);
      this.met.fill(0);
    } else {
      this.scores = new Float32Array(papers);
      this.best = new Float32Array(papers);
      this.met = new Uint16Array(papers);
    }
    return work(this);
  }
}
