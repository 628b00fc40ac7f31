import type { Paper } from '../paper';
import { stem } from '../text/stem';
import { wordsOf, type Word } from '../text/words';

interface TermCount {
  title: number;
  authors: number;
  abstract: number;
}
type Field = keyof TermCount;

export interface PaperTerms {
  readonly counts: ReadonlyMap<string, TermCount>;
  /** Each word as written (folded) and the term it stands for. */
  readonly written: ReadonlyMap<string, string>;
  readonly length: number;
}

/** More authors than this (a few papers of physics have 3,000) are not searched for by name. */
const AUTHORS_MAX = 300;

/** The terms of one paper with their counts in each field: stems, parts of compounds, and runs of two and three content words. */
export function countTerms(paper: Pick<Paper, 'title' | 'otherTitles' | 'abstract' | 'authors'>): PaperTerms {
  const counts = new Map<string, TermCount>();
  const written = new Map<string, string>();
  const add = (term: string, field: Field) => {
    const count = counts.get(term) ?? { title: 0, authors: 0, abstract: 0 };
    count[field]++;
    counts.set(term, count);
  };
  const addText = (text: string, field: 'title' | 'abstract', only?: (term: string) => boolean) => {
    const words = wordsOf(text);
    for (const word of words) for (const [form, term] of wordTerms(word)) written.set(form, term);
    for (const term of textTerms(words, text)) if (only?.(term) ?? true) add(term, field);
    return words.length;
  };
  let length = addText(paper.title, 'title') + addText(paper.abstract ?? '', 'abstract');
  // Another title of the same paper adds the words it brings, and does not count the shared ones twice.
  for (const title of paper.otherTitles) addText(title, 'title', (term) => !counts.get(term)?.title);
  for (const author of paper.authors.slice(0, AUTHORS_MAX)) {
    for (const form of authorForms(author)) {
      written.set(form, stem(form));
      add(stem(form), 'authors');
      length++;
    }
  }
  return { counts, written, length };
}

const authorForms = (author: string): readonly string[] =>
  wordsOf(author.slice(0, 200)).flatMap(({ form, parts }) => [form].concat(parts));

/** Terms of a text in order, with repetition: what `countTerms` counts. */
function textTerms(words: readonly Word[], text: string): readonly string[] {
  const single = words.flatMap((word) => wordTerms(word).map(([, term]) => term));
  const phrases = [2, 3].flatMap((size) => phrasesOf(words, text, size));
  return [...single, ...phrases.map(({ term }) => term)];
}

/** Written form and term of a content word and of its parts; nothing for a stop word. */
export function wordTerms(word: Word): readonly (readonly [form: string, term: string])[] {
  if (word.isStop) return [];
  const parts = word.parts.filter((part) => part.length > 2).map((part) => [part, stem(part)] as const);
  return [[word.form, word.stem], ...parts];
}

export interface Phrase {
  /** Stems joined by a space. */
  readonly term: string;
  /** First and last word, as indices. */
  readonly from: number;
  readonly to: number;
}

/** Runs of `size` content words with nothing but a space between them: what reads like a phrase. */
export function phrasesOf(words: readonly Word[], text: string, size: number): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let run = 0;
  words.forEach((word, at) => {
    const previous = words[at - 1];
    const joined = previous !== undefined && /^\s*$/.test(text.slice(previous.end, word.start));
    run = word.isStop ? 0 : joined ? run + 1 : 1;
    if (run < size) return;
    const from = at - size + 1;
    const stems = words.slice(from, at + 1).map((one) => one.stem);
    phrases.push({ term: stems.join(' '), from, to: at });
  });
  return phrases;
}
