import { readFileSync } from 'node:fs';
import type { Paper } from '../../../core/paper';
import { paperIdOf } from '../../../core/identity/paper-id';
import { randomFrom, type MadePapers } from '../made-papers';

/** Made papers with real titles as far as there are some, then halves of two; every third has an arXiv id, every fifth a DOI. */
export class TitledPapers {
  readonly #made: MadePapers;
  readonly #titles: readonly string[];

  /** `file`: one title a line. */
  constructor(made: MadePapers, file: string) {
    this.#made = made;
    this.#titles = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  }

  /** So many papers, the first, have a title that is real. */
  get real(): number {
    return this.#titles.length;
  }

  /** The same paper for the same ordinal, always. */
  at(ordinal: number): Paper {
    const title = this.#titles[ordinal] ?? this.#halves(ordinal);
    const arxiv = ordinal % 3 === 0 ? arxivIdOf(ordinal / 3) : null;
    const doi = ordinal % 5 === 0 ? `10.9999/made.${ordinal}` : null;
    const paper = { ...this.#made.at(ordinal), title, arxiv, doi };
    // Made titles repeat now and then: without an identifier two papers would be one.
    return {
      ...paper,
      id: arxiv === null && doi === null ? `made:${ordinal}` : (paperIdOf(paper) ?? paper.id),
    };
  }

  #halves(ordinal: number): string {
    const random = randomFrom(~ordinal);
    const wordsOf = () => (this.#titles[Math.floor(random() * this.#titles.length)] ?? '').split(' ');
    const [first, second] = [wordsOf(), wordsOf()];
    return [
      ...first.slice(0, Math.ceil(first.length / 2)),
      ...second.slice(Math.ceil(second.length / 2)),
    ].join(' ');
  }
}

/** 9,000 ids of five digits a month. */
function arxivIdOf(number: number): string {
  const [month, rest] = [Math.floor(number / 9000), number % 9000];
  const year = String(15 + Math.floor(month / 12)).padStart(2, '0');
  return `${year}${String(1 + (month % 12)).padStart(2, '0')}.${String(10_000 + rest)}`;
}
