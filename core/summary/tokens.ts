import { stem } from '../text/stem';
import { GENERIC_STEMS } from '../text/generic-stems';
import { STOP_WORDS } from '../text/stop-words';
import type { Span } from './summary';

/** A run of letters or digits; offsets in UTF-16 units of its text. */
export interface Token extends Span {
  readonly stem: string;
  /** `stop`: carries no subject; `generic`: may be in an abstract whatever its subject. */
  readonly kind: 'stop' | 'generic' | 'telling';
  /** Whether it has a digit, or a capital after its first letter: "BERT", "GPT3". */
  readonly isName: boolean;
}

const RUN = /[\p{L}\p{N}]+/gu;
/** Only so many tokens of a text are looked at; sentences of abstracts have up to 120. */
const TOKENS_MAX = 300;

/** The words of a sentence or title, compounds in their parts ("self-supervised" is two). */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUN)) {
    if (tokens.length === TOKENS_MAX) break;
    const [written] = match;
    const { index: start } = match;
    tokens.push({
      start,
      end: start + written.length,
      ...meaning(written),
      isName: /\p{N}|.\p{Lu}/u.test(written),
    });
  }
  return tokens;
}

function meaning(written: string): Pick<Token, 'stem' | 'kind'> {
  const form = written.toLowerCase();
  const root = stem(form);
  if (STOP_WORDS.has(form)) return { stem: root, kind: 'stop' };
  return { stem: root, kind: GENERIC_STEMS.has(root) ? 'generic' : 'telling' };
}

/** Two neighbours as one string. */
export const pairKey = (first: Token, second: Token): string => `${first.stem} ${second.stem}`;

/** Calls `visit` with each two neighbours in turn. */
export function eachPair(tokens: readonly Token[], visit: (first: Token, second: Token) => void): void {
  let before: Token | null = null;
  for (const token of tokens) {
    if (before) visit(before, token);
    before = token;
  }
}
