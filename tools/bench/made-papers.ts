import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '../../core/paper';

interface Source {
  readonly titles: readonly string[];
  readonly years: readonly number[];
  readonly venues: readonly (string | null)[];
  readonly sentences: readonly (readonly string[])[];
}

/** Made papers of any number: the first are real ones, the others recombine halves of titles and sentences of abstracts. */
export class MadePapers {
  readonly #source: Source;

  /** `file`: JSON lines of `{title, abstract, year, venue}`, gzipped or not. */
  constructor(file: string) {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    this.#source = {
      titles: records.map(({ title }) => String(title)),
      years: records.map(({ year }) => (typeof year === 'number' ? year : 2020)),
      venues: records.map(({ venue }) => (typeof venue === 'string' ? venue : null)),
      sentences: records.map(({ abstract }) => String(abstract ?? '').split(/(?<=[.!?])\s+/)),
    };
  }

  /** The same paper for the same ordinal, always. */
  at(ordinal: number): Paper {
    const { titles, years, venues, sentences } = this.#source;
    const random = randomFrom(ordinal);
    const pick = () => Math.floor(random() * titles.length);
    const isReal = ordinal < titles.length;
    const abstract = isReal ? (sentences[ordinal] ?? []) : this.#sentences(pick, random);
    const title = isReal ? titles[ordinal] : `${half(titles[pick()], 0)} ${half(titles[pick()], 1)}`;
    const authors = Array.from({ length: 1 + Math.floor(random() * 6) }, () => nameOf(random));
    return {
      id: `made:${ordinal}`,
      title: title ?? '',
      otherTitles: [],
      abstract: abstract.join(' '),
      authors,
      year: years[isReal ? ordinal : pick()] ?? null,
      month: null,
      venue: venues[isReal ? ordinal : pick()] ?? null,
      arxiv: null,
      doi: null,
      url: null,
      pdf: null,
      code: null,
    };
  }

  /** The first half comes from one paper, so that there is something to be kin of; every other paper coins a word. */
  #sentences(pick: () => number, random: () => number): readonly string[] {
    const { sentences } = this.#source;
    const subject = sentences[pick()] ?? [];
    const others = Array.from({ length: 3 }, () => {
      const from = sentences[pick()] ?? [];
      return from[Math.floor(random() * from.length)] ?? '';
    });
    const coined = random() < 0.5 ? [`We call it ${syllables(random, 4)}.`] : [];
    return [...subject.slice(0, 4), ...others, ...coined];
  }
}

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = (seed + 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function half(title: string | undefined, which: 0 | 1): string {
  const words = (title ?? '').split(' ');
  const middle = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}

function syllables(random: () => number, count: number): string {
  const letter = (from: string) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: count }, () => letter('bcdfghjklmnprstvwz') + letter('aeiou')).join('');
}

const nameOf = (random: () => number): string =>
  `${syllables(random, 2)} ${syllables(random, random() < 0.5 ? 2 : 3)}`;
