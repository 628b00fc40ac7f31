import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readBundledCorpus } from '../build-corpus';

/** What a made paper says; `authors` are pairs of last and first name. */
export interface MadePaper {
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly (readonly [last: string, first: string])[];
}

/** What made papers are made of. */
export interface PaperSource {
  readonly titles: readonly string[];
  /** The sentences of each abstract. */
  readonly abstracts: readonly (readonly string[])[];
}

/** Fewer titles than this have too few pairs: a coined name keeps the made ones apart. */
const TITLES_FEW = 10_000;
const COINED_SHARE = 0.5;
const SUBJECT_SENTENCES = 4;
const OTHER_SENTENCES = 3;
const AUTHORS_MAX = 6;

/** Made papers of any number: the first titles are real ones, the others recombine halves of them; abstracts, sentences. */
export class MadePapers {
  readonly source: PaperSource;
  /** Of the source: papers made of others have another. */
  readonly fingerprint: string;

  constructor(source: PaperSource) {
    this.source = source;
    const hash = createHash('sha256').update(source.titles.join('\n'));
    for (const sentences of source.abstracts) hash.update(sentences.join('\n'));
    this.fingerprint = hash.digest('hex').slice(0, 8);
  }

  /** The same paper for the same ordinal, always. */
  at(ordinal: number): MadePaper {
    const random = randomFrom(ordinal);
    const { name, title } = this.#named(ordinal, random);
    return {
      title,
      abstract: this.#abstract(name, random),
      authors: Array.from(
        { length: 1 + Math.floor(random() * AUTHORS_MAX) },
        () => [capital(syllables(random, 3)), capital(syllables(random, 2))] as const,
      ),
    };
  }

  /** Of the same paper, in a fraction of the time. */
  titleAt(ordinal: number): string {
    return this.#named(ordinal, randomFrom(ordinal)).title;
  }

  #named(ordinal: number, random: () => number): { readonly name: string | null; readonly title: string } {
    const { titles } = this.source;
    const isNamed = titles.length < TITLES_FEW || random() < COINED_SHARE;
    const name = isNamed ? capital(syllables(random, 4)) : null;
    const made = `${half(pickFrom(titles, random), 0)} ${half(pickFrom(titles, random), 1)}`;
    return { name, title: titles[ordinal] ?? (name === null ? made : `${name}: ${made}`) };
  }

  /** The first sentences come from one paper, so that there is something to be kin of. */
  #abstract(name: string | null, random: () => number): string {
    const { abstracts } = this.source;
    const subject = pickFrom(abstracts, random) ?? [];
    const others = Array.from({ length: OTHER_SENTENCES }, () =>
      pickFrom(pickFrom(abstracts, random) ?? [], random),
    );
    const coined = name === null ? [] : [`We call it ${name}.`];
    return [...subject.slice(0, SUBJECT_SENTENCES), ...others, ...coined].join(' ');
  }
}

/** Of files given by path; the bundled corpus stands in for one that is null. */
export function readPaperSource(titlesFile: string | null, papersFile: string | null): PaperSource {
  const papers = papersFile === null ? bundledPapers() : papersIn(papersFile);
  const titles = titlesFile === null ? papers.map(({ title }) => title) : linesOf(readText(titlesFile));
  return { titles, abstracts: papers.map(({ abstract }) => abstract).filter(({ length }) => length > 0) };
}

interface SourcePaper {
  readonly title: string;
  readonly abstract: readonly string[];
}

function bundledPapers(): readonly SourcePaper[] {
  return readBundledCorpus().papers.map(({ title, abstract }) => ({
    title,
    abstract: sentencesOf(abstract),
  }));
}

/** JSON lines of `{title, abstract}`, gzipped or not. */
function papersIn(file: string): readonly SourcePaper[] {
  return linesOf(readText(file)).map((line) => {
    const { title, abstract } = JSON.parse(line) as Record<string, unknown>;
    return { title: String(title), abstract: sentencesOf(abstract) };
  });
}

function readText(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

const sentencesOf = (abstract: unknown): readonly string[] =>
  typeof abstract === 'string' ? abstract.split(/(?<=[.!?])\s+/) : [];

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = (seed + 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list, undefined of an empty one. */
export function pickFrom<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
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

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
