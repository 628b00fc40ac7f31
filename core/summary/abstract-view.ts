import type { AbstractSentence } from './abstract-sentences';
import { cuesOf, type Cues } from './cues';
import { formsOf, type Form } from './shorten';
import { eachPair, pairKey, tokensOf, type Token } from './tokens';

/** A form of a sentence with the words it has. */
export interface ViewedForm extends Form {
  /** Which sentence of the abstract. */
  readonly at: number;
  readonly tokens: readonly Token[];
  readonly cues: Cues;
}

/** A paper as the ranker sees it: all that it asks about is counted once. */
export interface AbstractView {
  readonly titleTokens: readonly Token[];
  readonly titleStems: ReadonlySet<string>;
  readonly titlePairs: ReadonlySet<string>;
  readonly sentences: readonly AbstractSentence[];
  /** Of each sentence. */
  readonly tokens: readonly (readonly Token[])[];
  /** Of each sentence. */
  readonly cues: readonly Cues[];
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
  const cues = sentences.map(({ text }) => cuesOf(text));
  const forms = sentences.flatMap(({ text }, at) =>
    formsOf(text, title).map((form): ViewedForm => {
      const own = { at, tokens: inPieces(tokens[at] ?? [], form), cues: cuesOf(form.text, cues[at] ?? null) };
      return Object.assign(own, form);
    }),
  );
  const titleStems = new Set(titleTokens.map((token) => token.stem));
  return {
    titleTokens,
    titleStems,
    titlePairs,
    sentences,
    tokens,
    cues,
    forms,
    pairCounts,
    leads: leadsOf(cues),
  };
}

function inPieces(tokens: readonly Token[], { pieces }: Form): readonly Token[] {
  return tokens.filter((token) => pieces.some(({ start, end }) => token.start >= start && token.end <= end));
}

function leadsOf(cues: readonly Cues[]): ReadonlySet<number> {
  const where = (is: (cues: Cues) => boolean) => new Set(cues.flatMap((one, at) => (is(one) ? [at] : [])));
  const acts = where(({ proposes, studies, thisPaper }) => proposes || studies || thisPaper);
  return acts.size > 0 ? acts : where(({ we }) => we);
}
