import type { AbstractSentence } from './abstract-sentences';
import { hasCue } from './cues';
import { formsOf, type Form } from './shorten';
import { eachPair, pairKey, tokensOf, type Token } from './tokens';

/** A form of a sentence with the words it has. */
export interface ViewedForm extends Form {
  /** Which sentence of the abstract. */
  readonly at: number;
  readonly tokens: readonly Token[];
}

/** A paper as the ranker sees it: all that it asks about is counted once. */
export interface AbstractView {
  readonly titleTokens: readonly Token[];
  readonly titleStems: ReadonlySet<string>;
  readonly titlePairs: ReadonlySet<string>;
  readonly sentences: readonly AbstractSentence[];
  /** Of each sentence. */
  readonly tokens: readonly (readonly Token[])[];
  readonly forms: readonly ViewedForm[];
  /** How often two neighbours occur in the abstract, by `pairKey`. */
  readonly pairCounts: ReadonlyMap<string, number>;
  /** Which sentences say what the authors do; those with "we" where none does. */
  readonly leads: ReadonlySet<number>;
}

export function viewOf(title: string, sentences: readonly AbstractSentence[]): AbstractView {
  const titleTokens = tokensOf(title);
  const titlePairs = new Set<string>();
  eachPair(titleTokens, (first, second) => titlePairs.add(pairKey(first, second)));
  const tokens = sentences.map(({ text }) => tokensOf(text));
  const pairCounts = new Map<string, number>();
  for (const one of tokens) {
    eachPair(one, (first, second) => {
      const key = pairKey(first, second);
      pairCounts.set(key, (pairCounts.get(key) ?? 0) + 1);
    });
  }
  const forms = sentences.flatMap(({ text }, at) =>
    formsOf(text, title).map((form) => ({ ...form, at, tokens: inPieces(tokens[at] ?? [], form) })),
  );
  const titleStems = new Set(titleTokens.map((token) => token.stem));
  return { titleTokens, titleStems, titlePairs, sentences, tokens, forms, pairCounts, leads: leadsOf(sentences) };
}

function inPieces(tokens: readonly Token[], { pieces }: Form): readonly Token[] {
  return tokens.filter((token) => pieces.some(({ start, end }) => token.start >= start && token.end <= end));
}

function leadsOf(sentences: readonly AbstractSentence[]): ReadonlySet<number> {
  const where = (is: (text: string) => boolean) =>
    new Set(sentences.flatMap(({ text }, at) => (is(text) ? [at] : [])));
  const acts = where((text) => hasCue('proposes', text) || hasCue('studies', text) || hasCue('thisPaper', text));
  return acts.size > 0 ? acts : where((text) => hasCue('we', text));
}
