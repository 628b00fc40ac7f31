import type { Paper } from '../paper';
import { ByteWriter } from './bytes';
import { FrontWriter } from './front-coding';
import { foldedTitle } from '../search/text-index';
import { RUN_FACTS, runChunkFile, runFactFile, runFile, runPairsFile, type RunFact } from './names';
import { pairSample } from './pair-hash';
import { countPairs, encodePairs } from './pair-counts';
import { PaperCounts } from './paper-counts';
import { lengthByte, startByte, yearByte } from './paper-facts';
import { PostingsWriter } from './postings';

/** A run is read back chunk by chunk, one of each run at a time: 600 runs, as of 2.7 million papers, hold 30 MB. */
const CHUNK_BYTES = 48 * 1024;
const IMPACT_BITS = 5;
const NO_FACTS = { length: 0, title: 0, start: 0, year: 0 };

/** The papers since the last flush: their postings unsorted, in two columns. */
export class TermsRun {
  readonly #counts: PaperCounts;
  readonly #first: number;
  #terms = new Uint32Array(1 << 16);
  #packed = new Uint32Array(1 << 16);
  #length = 0;
  readonly #facts = new Map(RUN_FACTS.map((fact) => [fact, new ByteWriter()]));
  readonly #pairs: { one: number[]; many: number[]; weight: number } = { one: [], many: [], weight: 1 };
  #papers = 0;

  /** `first`: the ordinal of its first paper. `counts` may know terms of earlier runs. */
  constructor(first: number, counts: PaperCounts) {
    this.#first = first;
    this.#counts = counts;
  }

  get bytes(): number {
    return this.#length * 8 + this.#papers * 4 + this.#pairCount * 8;
  }

  get #pairCount(): number {
    return this.#pairs.one.length + this.#pairs.many.length;
  }

  add(ordinal: number, paper: Paper): void {
    const offset = ordinal - this.#first;
    const sample = pairSample(ordinal);
    const pairs = sample > 0 ? new Set<number>() : null;
    const { length, titleWords } = this.#counts.count(paper, pairs, (term, impact) =>
      this.#push(term, offset * 2 ** IMPACT_BITS + impact),
    );
    for (; this.#papers < offset; this.#papers++) this.#fact(NO_FACTS);
    this.#fact({
      length: lengthByte(length),
      title: Math.min(255, titleWords),
      start: startByte(foldedTitle(paper.title)) ?? 0,
      year: yearByte(paper.year),
    });
    this.#papers++;
    if (!pairs) return;
    const into = sample === 1 ? this.#pairs.one : this.#pairs.many;
    this.#pairs.weight = Math.max(this.#pairs.weight, sample);
    for (const pair of pairs) into.push(pair);
  }

  /** As files: term by term in order of code units, facts, pairs, and how much there is of each. */
  files(run: number): ReadonlyMap<string, Uint8Array> {
    const files = new Map<string, Uint8Array>();
    let chunks = 0;
    for (const chunk of this.#chunks()) files.set(runChunkFile(run, chunks++), chunk);
    for (const [fact, bytes] of this.#facts) files.set(runFactFile(run, fact), bytes.take());
    const { one, many, weight } = this.#pairs;
    files.set(runPairsFile(run), encodePairs(countPairs(one, many, weight)));
    const about = new ByteWriter(16);
    for (const number of [this.#first, this.#papers, chunks]) about.number(number);
    files.set(runFile(run), about.take());
    return files;
  }

  *#chunks(): Generator<Uint8Array> {
    const { terms } = this.#counts;
    const { starts, packed } = this.#sorted();
    const order = terms.filter((_, number) => (starts[number + 1] ?? 0) > (starts[number] ?? 0)).toSorted();
    const front = new FrontWriter();
    const postings = new PostingsWriter();
    const out = new ByteWriter(CHUNK_BYTES * 2);
    for (const term of order) {
      const number = this.#counts.numberOf(term);
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
        const value = packed[at] ?? 0;
        postings.add(this.#first + (value >>> IMPACT_BITS), value & (2 ** IMPACT_BITS - 1));
      }
      const bytes = postings.takeView();
      front.write(term, out);
      out.number(bytes.length);
      out.bytes(bytes);
      if (out.length < CHUNK_BYTES) continue;
      yield out.take();
      front.restart();
    }
    if (out.length > 0) yield out.take();
  }

  /** A counting sort by term; of one term the papers stay in order. */
  #sorted(): { readonly starts: Uint32Array; readonly packed: Uint32Array } {
    const starts = new Uint32Array(this.#counts.terms.length + 2);
    for (let at = 0; at < this.#length; at++) {
      const slot = (this.#terms[at] ?? 0) + 2;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const packed = new Uint32Array(this.#length);
    for (let at = 0; at < this.#length; at++) {
      const slot = (this.#terms[at] ?? 0) + 1;
      const place = starts[slot] ?? 0;
      starts[slot] = place + 1;
      packed[place] = this.#packed[at] ?? 0;
    }
    return { starts, packed };
  }

  #push(term: number, packed: number): void {
    if (this.#length === this.#terms.length) {
      this.#terms = doubled(this.#terms);
      this.#packed = doubled(this.#packed);
    }
    this.#terms[this.#length] = term;
    this.#packed[this.#length++] = packed;
  }

  #fact(facts: Readonly<Record<RunFact, number>>): void {
    for (const [fact, bytes] of this.#facts) bytes.byte(facts[fact]);
  }
}

function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(column.length * 2);
  grown.set(column);
  return grown;
}
