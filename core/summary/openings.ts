/** A place where a sentence may begin, and what stood before it. */
export interface Opening {
  /** In UTF-16 units of the sentence. */
  readonly at: number;
  /** `as-is`: nothing but words that lean on the sentence before; `claim`: "we show that"; `purpose`: "To save time,". */
  readonly kind: 'as-is' | 'claim' | 'purpose';
}

const OF_THIS =
  '(?:in|with|through) (?:this|the present|our|the current) (?:paper|work|article|study|thesis|report|contribution|letter|survey|chapter|note|manuscript|research)';
/** Words that only tie a sentence to its neighbours, or say that a paper is a paper. */
const TIES = new RegExp(
  `^(?:(?:and|but|so|yet|thus|hence|therefore|however|moreover|furthermore|further|additionally|in addition(?: to th(?:is|at|ese))?|besides|also|finally|lastly|consequently|as a (?:result|consequence|remedy|solution)|accordingly|in contrast(?: to th(?:is|at|ese))?|conversely|on the (?:other|one) hand|nevertheless|nonetheless|similarly|specifically|more (?:specifically|precisely|concretely|importantly)|in particular|particularly|concretely|here|herein|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|then|instead|notably|importantly|interestingly|surprisingly|remarkably|overall|in (?:summary|short|sum|brief|conclusion|total)|to (?:summarize|sum up|conclude)|indeed|in fact|meanwhile|in doing so|to (?:this|that|these) (?:end|aim|ends|purpose)|towards? (?:this|that|these) (?:end|goal|aim|direction|ends|goals)|to (?:the best of )?our knowledge|as such|in this (?:context|regard|respect|sense|way|direction|spirit|vein|light|setting)|for this (?:purpose|reason|task)|in response|with this in mind|${OF_THIS}),? (?=(?:we|our|the|this|an?|it|i)\\b)|(?:however|moreover|furthermore|additionally|in addition|besides|finally|lastly|consequently|as a result|nevertheless|nonetheless|similarly|specifically|in particular|first(?:ly)?|second(?:ly)?|third(?:ly)?|notably|importantly|interestingly|surprisingly|remarkably|overall|in summary|in conclusion|indeed|in fact|meanwhile|to (?:the best of )?our knowledge|${OF_THIS}|therefore|thus|hence), )`,
  'iu',
);

/** An opening that points back ("To alleviate this problem, we"): what it points to is not there. */
const POINTS_BACK =
  /^(?:to|towards?|in order to|motivated|inspired|encouraged|driven|guided|informed|based|building|relying|drawing|with|by|given|under|for|in|on|from|using|despite|unlike|instead of|rather than|as|because of|due to|beyond|among|at|after|following|leveraging|exploiting|armed|equipped|contrary|in (?:light|view|contrast)|owing)\b[^.;:,]{0,90}?\b(?:this|these|those|such|that|it|its|them|their|the above|the former|the latter|aforementioned|both)\b[^.;:,]{0,90}(?:, (?:and|or) [^.;:,]{3,60})?, (?=(?:we|our|the authors|this (?:paper|work|article|study)|i)\b)/iu;

/** A purpose, a source of ideas, a contrast: what follows is whole without it. Conditions ("if", "under", "for") stay. */
const PURPOSE =
  /^(?:(?:in order )?to (?!what|which|the best)|towards? |motivated by |inspired by |building (?:up)?on |based on |unlike |in contrast to |while |although |though |since |as |because |despite |by |using |leveraging |driven by )[^.;:]{3,170}?, (?=(?:we|this (?:paper|work|article|study)) (?!\w+,))/iu;

const ADVERBS =
  '(?:also|further|first|then|finally|additionally|empirically|theoretically|experimentally|rigorously|formally|thus|therefore|consistently|clearly|in particular|next|even|both)';
const SURE =
  '(?:show|demonstrate|prove|find|found|observe|establish|discover|verify|confirm|showed|demonstrated|proved|observed|discovered|confirmed|see)';
const CLAIM = new RegExp(
  `^(?:(?:we|(?:this|our) (?:paper|work|article|study))(?: ${ADVERBS}){0,2} ${SURE}s?(?: ${ADVERBS})?|it is (?:shown|demonstrated|proved|proven|found)|(?:(?:the|our|these|extensive|comprehensive|thorough|preliminary|empirical|experimental|numerical|various|several|detailed|theoretical|first|main|key) ){0,4}(?:experiments?|results?|evaluations?|simulations?|analys[ie]s|stud(?:y|ies)|findings?|experimentation|comparisons?)\\b[^,;:.]{0,110}? (?:show|demonstrate|confirm|reveal|verify|prove)s?)(?:,? (?:(?:both|through|via|by|with|using|on|in|theoretically|empirically)\\b[^,;:.]{0,70}),?)? that,? `,
  'iu',
);
/** What no summary begins with: it stands for something in a sentence that is not shown. */
const STANDS_FOR_ANOTHER =
  /^(?:it|its|they|their|them|these|those|such|both|he|she|his|her|this|that|each|one|some of|neither|all of|doing so|the (?:former|latter|same|other|above|resulting|two))\b/iu;
const OWN =
  /^this (?:paper|work|article|study|survey|thesis|report|tutorial|review|note|chapter|letter|manuscript|research)\b/iu;

/** "We show that it works": the same, a few words in. "That it is possible to" names nothing. */
const STANDS_SOON =
  /^(?:we|i)(?: \w+){1,3}?(?: (?:that|how|whether|why|if|when|of|for|on|by|with|to|in))? (?:it|its|they|their|them)\b(?! is (?:\w+ ){0,2}(?:possible|helpful|important|necessary|hard|easy|difficult|sufficient|beneficial|useful|crucial|feasible|essential|better|not) )/iu;

/** Whether a text begins with a word for something that was named before it. */
export function isDangling(text: string): boolean {
  return (STANDS_FOR_ANOTHER.test(text) && !OWN.test(text)) || STANDS_SOON.test(text);
}

/** Most ties in a row that are dropped: "However, in this paper, to this end, we". */
const TIES_MAX = 4;

/** The places where a sentence may begin, the plainest first. `sentence` has single spaces for all white space. */
export function openingsOf(sentence: string): readonly Opening[] {
  const at = withoutTies(sentence, 0);
  const openings: Opening[] = [{ at, kind: 'as-is' }];
  const purpose = PURPOSE.exec(sentence.slice(at));
  const then = purpose ? withoutTies(sentence, at + purpose[0].length) : at;
  if (purpose) openings.push({ at: then, kind: 'purpose' });
  const claim = CLAIM.exec(sentence.slice(then));
  if (claim) {
    const from = then + claim[0].length;
    const after = withoutTies(sentence, from);
    if (!isDangling(sentence.slice(after)) && /^\S+ \S+ \S+/.test(sentence.slice(after))) {
      openings.push({ at: after, kind: 'claim' });
    }
  }
  return openings;
}

function withoutTies(sentence: string, from: number): number {
  let at = from;
  for (let count = 0; count < TIES_MAX; count++) {
    const rest = sentence.slice(at);
    const dropped = TIES.exec(rest) ?? POINTS_BACK.exec(rest);
    if (!dropped) break;
    at += dropped[0].length;
  }
  return at;
}
