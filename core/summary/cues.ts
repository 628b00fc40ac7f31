/** Turns of phrase that tell what a sentence is for. English, as the ranker is. */
const CUES = {
  proposes:
    /\b(?:we|(?:this|the(?: present)?|our) (?:paper|work|article|study|thesis|report))(?: \w+){0,2} (?:propos|introduc|present|develop|describ|design|devis|formulat|build|built|construct|creat|releas)/i,
  shows:
    /\b(?:we|(?:this|our) (?:paper|work|article|study))(?: \w+){0,2} (?:show|demonstrat|prov|find|found|argu|observ|reveal|establish|discover)/i,
  studies:
    /\b(?:we|(?:this|our) (?:paper|work|article|study))(?: \w+){0,2} (?:stud|investigat|explor|examin|analy|address|consider|tackl|aim|seek|ask|revisit|extend|focus|evaluat|compar|provid)/i,
  passive:
    /\b(?:is|are|was|were) (?:\w+ ){0,1}(?:proposed|presented|introduced|developed|described|studied|investigated|examined|designed|evaluated)\b/i,
  thisPaper: /\b(?:in )?(?:this|the present) (?:paper|work|article|study|thesis|report)\b/i,
  startsWithWe: /^we\b/i,
  we: /\bwe\b/i,
  our: /\bour\b/i,
  ourMethod:
    /\b(?:our|the proposed|the resulting) (?:\w+ ){0,2}(?:method|approach|model|framework|algorithm|system|technique)/i,
  novel: /\b(?:novel|new|simple|first|general|unified)\b/i,
  named: /\b(?:called|termed|named|dubbed|coined|we call)\b|\([A-Z][\w-]{0,20}[A-Z][\w-]{0,20}\)/,
  byMeans: /\b(?:by|that|which|where|based on|using|via|through)\b/i,
  hopes:
    /\b(?:we|i) (?:\w+ )?(?:hope|believe|expect|envision|anticipate)\b|\b(?:opens? up|sheds? (?:new )?light|future (?:work|research))\b/i,
  background:
    /\b(?:recent(?:ly)?|existing|previous(?:ly)?|prior|traditional(?:ly)?|conventional(?:ly)?|current(?:ly)?|typical(?:ly)?|often|usually|widely|have been|has been|has become|popular|in recent years|many|most)\b/i,
  problem:
    /\b(?:however|but|despite|although|challeng|difficult|lack|limit|problem|suffer|fail|remain|unclear|costly|expensive)/i,
  results:
    /\b(?:experiment|result|outperform|state[- ]of[- ]the[- ]art|sota|achiev|empirical|benchmark|evaluat|surpass|superior|competitive|validat|improves? (?:over|upon)|accuracy)/i,
  code: /\b(?:code|implementation|dataset|models?|data|demo|source|videos?|project page)\b.{0,60}\b(?:available|released?|open[- ]sourced?|found)\b|https?:|\bgithub\b|\bwww\./i,
  question: /\?["'”’)]?$/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Cue = keyof typeof CUES;
const CUE_NAMES = Object.keys(CUES) as readonly Cue[];
export type Cues = Readonly<Record<Cue, boolean>>;

/** The cues of a text. Where it is part of another whose cues are known, only those are looked for. */
export function cuesOf(text: string, whole: Cues | null = null): Cues {
  const found: Partial<Record<Cue, boolean>> = {};
  for (const name of CUE_NAMES) {
    // A shortened sentence may begin with "we" where the whole does not.
    found[name] = (whole === null || whole[name] || name === 'startsWithWe') && CUES[name].test(text);
  }
  return found as Cues;
}

/** Whether a sentence says what its authors do. */
export function isOwnAct({ proposes, shows, studies, passive, thisPaper, ourMethod }: Cues): boolean {
  return proposes || shows || studies || passive || thisPaper || ourMethod;
}

/** A detail of what the sentence before said: "Specifically, we", "First, it". */
const DETAIL =
  /^(?:specifically|in particular|for example|for instance|first|firstly|second|secondly|third|then|next|namely|concretely|more precisely|more specifically|that is|at last|after|in the (?:initial|first|second|third|final|last) (?:stage|step|phase))\b/i;

export const isDetail = (sentence: string): boolean => DETAIL.test(sentence);
