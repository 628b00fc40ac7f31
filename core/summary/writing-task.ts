import type { Paper } from '../paper';
import { clip, wellFormed } from '../text/well-formed';
import { isEnglish } from './language';

/** Of an abstract so much goes to a language model, in UTF-16 units; the longest of 30,000 has 6,400. */
const ABSTRACT_CHARS_MAX = 8_000;
const TITLE_CHARS_MAX = 300;
/** A shorter abstract is read sooner than a summary of it. In UTF-16 units. */
const ABSTRACT_CHARS_MIN = 200;
/** Room for two sentences, in UTF-16 units: a model that says more has lost its thread. */
const WRITTEN_CHARS_MAX = 600;

/** What a language model is to summarise, and what it should know of it. */
export interface WritingTask {
  readonly text: string;
  readonly context: string;
}

/** The task of writing a summary of a paper; null where there is no abstract worth it, or none in English. */
export function writingTask({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): WritingTask | null {
  if (abstract === null || abstract.length < ABSTRACT_CHARS_MIN || !isEnglish(abstract)) return null;
  return {
    text: wellFormed(clip(abstract, ABSTRACT_CHARS_MAX)),
    context: `The abstract of a scientific paper called “${wellFormed(clip(title, TITLE_CHARS_MAX))}”.`,
  };
}

/** What a model wrote so far as one line of bounded length. */
export function writtenLine(raw: string): { readonly text: string; readonly isFull: boolean } {
  const text = raw.replace(/\s+/g, ' ').trimStart();
  if (text.length <= WRITTEN_CHARS_MAX) return { text, isFull: false };
  return { text: `${clip(text, WRITTEN_CHARS_MAX - 1).trimEnd()}…`, isFull: true };
}
