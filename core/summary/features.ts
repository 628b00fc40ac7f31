import { wordsOf, type Word } from '../text/words';

/** A sentence in its abstract, as the features see it. */
export interface SentenceContext {
  readonly title: ReadonlySet<string>;
  /** Pairs of neighbouring content stems of the title, as `a b`. */
  readonly titlePairs: ReadonlySet<string>;
  /** How many sentences of the abstract hold a stem. */
  readonly spread: ReadonlyMap<string, number>;
  readonly sentences: readonly string[];
  readonly at: number;
}

/** `when`: 1 if the pattern is in the sentence, else 0. English first; the few Chinese cues let Chinese abstracts work. */
const CUES = {
  proposes:
    /\b(?:we|(?:this|the(?: present)?|our) (?:paper|work|article|study|thesis|report))(?: \w+){0,2} (?:propos|introduc|present|develop|describ|design|devis|formulat|build|built|construct|creat|releas)|(?:本文|我们|该文).{0,6}(?:提出|介绍|设计)/i,
  shows:
    /\b(?:we|(?:this|our) (?:paper|work|article|study))(?: \w+){0,2} (?:show|demonstrat|prov|find|found|argu|observ|reveal|establish|discover)|(?:本文|我们).{0,4}(?:发现|证明|表明)/i,
  studies:
    /\b(?:we|(?:this|our) (?:paper|work|article|study))(?: \w+){0,2} (?:stud|investigat|explor|examin|analy|address|consider|tackl|aim|seek|ask|revisit|extend|focus|evaluat|compar|provid)|(?:本文|我们).{0,4}(?:研究|探讨|分析)/i,
  thisPaper: /\b(?:in )?(?:this|the present) (?:paper|work|article|study|thesis|report)\b|本文/i,
  startsWithWe: /^(?:here,? |in this (?:paper|work|article|study),? )?we\b|^(?:本文|我们)/i,
  we: /\bwe\b/i,
  our: /\bour\b/i,
  ourMethod:
    /\b(?:our|the proposed|the resulting) (?:\w+ ){0,2}(?:method|approach|model|framework|algorithm|system|technique)/i,
  novel: /\b(?:novel|new|simple|first|general|unified)\b/i,
  named: /\b(?:called|termed|named|dubbed|coined|we call)\b|\([A-Z][\w-]{0,20}[A-Z][\w-]{0,20}\)/,
  byMeans: /\b(?:by|that|which|where|based on|using|via|through)\b/i,
  anaphora:
    /^(?:it|its|this(?! (?:paper|work|article|study))|these|they|their|those|such|both|he|the (?:former|latter))\b/i,
  connective:
    /^(?:however|moreover|furthermore|additionally|in addition|besides|also|finally|lastly|thus|therefore|hence|consequently|as a result|yet|but|and|so|in contrast|conversely|on the other hand|nevertheless|while|although|despite|similarly)\b/i,
  detail:
    /^(?:specifically|in particular|for example|for instance|first|firstly|second|secondly|third|then|next|namely|concretely|here|more precisely|more specifically|that is|at last|after|in the (?:initial|first|second|third|final|last) (?:stage|step|phase))\b/i,
  /** "this approach", "these issues" further inside: leans on what stood before. */
  pointsBack:
    /\b(?:this|these|both these|such an?|the above) (?!paper|work|article|study|report|thesis)(?:\w+ ){0,1}(?:approach|method|problem|issue|propert|challenge|limitation|setting|question|gap|pitfall|data|model|task|framework|idea|pain)/i,
  hopes:
    /\b(?:we|i) (?:\w+ )?(?:hope|believe|expect|envision|anticipate)\b|\b(?:opens? up|sheds? (?:new )?light|future (?:work|research))\b/i,
  toThisEnd:
    /^(?:to (?:this|that|these) end|to (?:\w+ ){1,2}(?:this|these|that|those|such|it)\b|towards? this|motivated by this|inspired by)/i,
  background:
    /\b(?:recent(?:ly)?|existing|previous(?:ly)?|prior|traditional(?:ly)?|conventional(?:ly)?|current(?:ly)?|typical(?:ly)?|often|usually|widely|have been|has been|has become|popular|in recent years|many|most)\b/i,
  problem:
    /\b(?:however|but|despite|although|challeng|difficult|lack|limit|problem|suffer|fail|remain|unclear|costly|expensive)/i,
  results:
    /\b(?:experiment|result|outperform|state[- ]of[- ]the[- ]art|sota|achiev|empirical|benchmark|evaluat|surpass|superior|competitive|validat|improves? (?:over|upon)|accuracy)/i,
  code: /\b(?:code|implementation|dataset|models?|data|demo|source)\b.{0,60}\b(?:available|released?|open[- ]sourced?|found)\b|https?:|\bgithub\b/i,
  cites: /\bet\.? al\b|\[\d+(?:,\s*\d+)*\]|\((?:[A-Z][\w'-]{1,30}[^()]{0,40})(?:19|20)\d\d[a-z]?\)/,
  question: /\?["'”’)]?$/,
} as const satisfies Readonly<Record<string, RegExp>>;
type Cue = keyof typeof CUES;

/** What the ranker knows of a sentence, each a number between about -1 and 1; the weights are in `weights.json`. */
export type Features = Readonly<Record<Cue | keyof ReturnType<typeof measures>, number>>;
export type FeatureName = keyof Features;

export function featuresOf(context: SentenceContext): Features {
  const sentence = context.sentences[context.at] ?? '';
  const cues = Object.entries(CUES).map(([name, pattern]) => [name, pattern.test(sentence) ? 1 : 0]);
  return { ...(Object.fromEntries(cues) as Record<Cue, number>), ...measures(context, sentence) };
}

function measures({ title, titlePairs, spread, sentences, at }: SentenceContext, sentence: string) {
  const words = wordsOf(sentence);
  const stems = contentStems(words);
  const inTitle = [...stems].filter((one) => title.has(one)).length;
  const shared = [...stems].reduce((sum, one) => sum + (spread.get(one) ?? 1) - 1, 0);
  const pairs = [...contentPairs(words)].filter((pair) => titlePairs.has(pair)).length;
  const last = sentences.length - 1;
  const digits = words.filter((word) => /\d/.test(word.form)).length;
  return {
    isFirstWe: isFirstWith(CUES.we, sentences, at) ? 1 : 0,
    isFirstProposal: isFirstWith(CUES.proposes, sentences, at) ? 1 : 0,
    isFirst: at === 0 ? 1 : 0,
    isSecond: at === 1 ? 1 : 0,
    isLast: at === last ? 1 : 0,
    isBeforeLast: at === last - 1 ? 1 : 0,
    place: last > 0 ? at / last : 0,
    placeSquared: last > 0 ? (at / last) ** 2 : 0,
    titleCovered: title.size > 0 ? inTitle / title.size : 0,
    ofTitle: stems.size > 0 ? inTitle / stems.size : 0,
    titlePairs: titlePairs.size > 0 ? pairs / titlePairs.size : 0,
    central: stems.size > 0 ? shared / stems.size / Math.max(1, last) : 0,
    length: Math.log2(1 + words.length) / 5,
    under10Words: Math.max(0, 10 - words.length) / 10,
    over25Words: Math.min(1, Math.max(0, words.length - 25) / 25),
    over50Words: Math.min(1, Math.max(0, words.length - 50) / 50),
    numbers: Math.min(1, digits / 4),
    percents: /\d\s?(?:\\?%|times|x\b)/.test(sentence) ? 1 : 0,
    brackets: Math.min(1, (sentence.match(/[([]/g) ?? []).length / 3),
    commas: Math.min(1, (sentence.match(/[,;:]/g) ?? []).length / 5),
  };
}

/** Stems of the words with a meaning. */
export function contentStems(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !word.isStop).map((word) => word.stem));
}

/** In how many of the sentences each content stem occurs. */
export function spreadOf(sentences: readonly string[]): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const sentence of sentences) {
    for (const one of contentStems(wordsOf(sentence))) spread.set(one, (spread.get(one) ?? 0) + 1);
  }
  return spread;
}

/** Neighbouring content words, as pairs of stems. */
export function contentPairs(words: readonly Word[]): ReadonlySet<string> {
  const content = words.filter((word) => !word.isStop);
  return new Set(content.slice(1).map((word, at) => `${content[at]?.stem ?? ''} ${word.stem}`));
}

function isFirstWith(cue: RegExp, sentences: readonly string[], at: number): boolean {
  return cue.test(sentences[at] ?? '') && sentences.findIndex((one) => cue.test(one)) === at;
}
