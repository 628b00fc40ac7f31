import { isBalanced } from './balance';

const PARTICIPLES =
  '(?:achieving|improving|outperforming|leading|resulting|enabling|allowing|yielding|making|providing|showing|demonstrating|reducing|giving|obtaining|reaching|surpassing|producing|offering|avoiding|eliminating|suggesting|indicating|highlighting|including|ranging|thereby|requiring|relying|exploiting|leveraging|using|ensuring|revealing|opening|establishing|generating|bringing|facilitating|removing|saving|setting|significantly|substantially|effectively|especially|particularly|mainly|namely|notably)';
/** Base forms of what authors do that are hardly ever nouns, so that "and" before them joins two acts. */
const ACTS =
  '(?:show|demonstrate|prove|argue|establish|verify|confirm|evaluate|apply|analyze|analyse|validate|introduce|propose|provide|develop|derive|discuss|investigate|illustrate|extend|conduct|perform|present|give|identify|explore|examine|achieve|obtain|employ|construct|describe|highlight|observe|find|suggest|compare|train|release)';
const ACTS_OF_ONE =
  '(?:shows|demonstrates|proves|achieves|outperforms|improves|provides|reduces|requires|allows|enables|yields|obtains|leads|performs|generalizes|surpasses|offers|avoids|introduces|proposes|presents|discusses|evaluates|describes|applies|gives|can|is|has|does|will)';

/**
 * Places before which a whole clause may have ended. Conditions and contrasts ("if", "unless", "but", "without",
 * "except", "only") are not among them: without them the sentence would say something else.
 */
const ENDS: readonly RegExp[] = [
  /, (?:(?:some|each|all|many|most|one|both|two) of )?(?:(?:in|for|by|from|on|at|with|through|under|to) )?(?:which|where|whose|whom|who)\b/g,
  new RegExp(`,? (?:and |while |thus |thereby |hence |even while ){0,2}${PARTICIPLES}\\b`, 'g'),
  /, (?:while|whereas|although|though|even though|despite|because|since|in particular|such as|e\.g\.|i\.e\.|for example|for instance|as well as|so that|in order to|by \w+ing|thanks to|due to|as (?:shown|demonstrated|evidenced|measured|well)|with|based on|via|through|both|without \w+ing|to)\b/g,
  / (?:while \w+ing|such as|in order to|so that|thereby|by \w+ing|via|through|using|as well as|thanks to|on (?:a|the) (?:variety|number|range|set) of|on (?:several|various|multiple|many|both|two|three|four|five))\b/g,
  /; /g,
  /: /g,
  / (?:--+|[—–]) |(?<=\p{L})---?(?=\p{L})|(?<=\p{L})—(?=\p{L})/gu,
  /,? and (?:also |then |thus |further |hence )?we\b/g,
  new RegExp(
    `,? and (?:also |then |further |even |finally |thus |empirically |theoretically |experimentally )?${ACTS}(?: both)?(?: empirically| theoretically| experimentally)? (?:that|how|its|it|the|their|our|this|whether|a|an|new|state-of-the-art|several|two|on|and)\\b`,
    'g',
  ),
  new RegExp(
    `, (?:then |and then )?${ACTS} (?:that|how|its|it|the|their|our|whether|an?|several|two)\\b`,
    'g',
  ),
  new RegExp(
    `,? and (?:also |thus |then |significantly |consistently |even |further )?${ACTS_OF_ONE}\\b`,
    'g',
  ),
];
/** An object that is whole without its relative clause, being named for the first time: "We present a tool for maps". */
const NEW_OBJECT =
  /^we (?:\w+ly )?(?:propose|present|introduce|develop|describe|design|build|devise|construct|create|provide) (?:an?|new|novel|several|two|three)\b[^,;:]{20,140}$/i;
const RELATIVE = / (?:that|which)\b(?! is based)/g;
/** Before "that" these make it no relative clause, or one that picks something out. */
const NEEDS_THAT =
  /\b(?:so|such|fact|way|manner|extent|assumption|shows?|showing|ensur\w+|assum\w+|guarante\w+|requir\w+|and|or|those|all)$/i;

/** A clause that "we show" or a purpose hangs another "that" on; the first one alone would lean on nothing. */
const SECOND_THAT = /,? (?:and|but|as well as)(?: also)? that\b/;

/** A word after which a sentence cannot stop. */
const OPEN_END =
  /(?:^|[\s(])(?:an?|the|of|in|on|for|to|by|with|from|at|as|and|or|but|nor|that|than|both|either|whether|which|is|are|was|were|be|been|being|has|have|had|can|could|may|might|will|would|should|must|not|no|we|our|its|their|this|these|such|into|via|between|while|when|if|where|how|it|also|very|more|most|less|through|using|based|called|under|over|per|do|does|because|so|only|even|then|thus|help|without|within|towards?|instead|rather|e\.g|i\.e|show|demonstrate|prove|find|argue|observe|propose|present|introduce|develop|provide|describe|study|evaluate|analyze|investigate|design|identify|first|jointly|simultaneously|directly|often|usually|typically|thereby|hence|currently|always|still|almost|nearly|about|approximately|up|both)$/i;
/** Words that open a pair, and what has to follow for the pair to be whole. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bnot only\b/i, /\bbut\b/i],
  [/\bboth\b/i, /\bboth\b.*\band\b/i],
  [/\beither\b/i, /\bor\b/i],
  [/\bbetween\b(?! (?:\w+ ){1,3}(?:\w+s)\b)/i, /\band\b/i],
  [/\b(?:ranging|range) from\b/i, /\bto\b/i],
];
const FINITE =
  /\b(?:is|are|was|were|can|could|may|might|will|would|should|must|has|have|had|does|do|did|cannot|shows?|achieves?|outperforms?|improves?|provides?|presents?|proposes?|introduces?|allows?|enables?|requires?|leads?|learns?|uses?|yields?|gives?|reduces?|performs?|makes?|combines?|describes?|investigates?|studies|addresses|considers?|explores?|examines?|develops?|generalizes?|obtains?|reaches|surpasses|exceeds?|offers?|relies|exhibits?|demonstrates?|consists?|aims?|becomes?|remains?|depends?|suffers?|helps?|works?|extends?|analyzes?|compares?|focuses|tackles|proves?|establishes|discusses|reviews?|surveys|argues?|suggests?|incorporates?|leverages?|employs?|applies|takes?|produces?|generates?|captures?|converges?|scales?|solves?|encourages?|increases?|contributes?|plays?|exploits?|learned|showed|found|achieved|proposed|trained|used)\b/i;
const SUBORDINATE =
  /^(?:while|although|though|if|when|whenever|since|because|as|whereas|once|after|before|unlike|despite|given|by|to|in|for|with|using|based|on|under|motivated|inspired|from|through|building|instead|rather|compared|due|at|beyond|among|across)\b/i;
/** Words a sentence needs at least to say something. */
const WORDS_MIN = 6;

/**
 * The places in a sentence, given from its first opening on, before which a clause may have ended, the last one first.
 * `sentence` has single spaces for all white space.
 */
export function placesToEnd(sentence: string): readonly number[] {
  const places = new Set<number>();
  for (const pattern of ENDS) {
    for (const { index } of sentence.matchAll(pattern)) places.add(index);
  }
  for (const { index } of /^we /i.test(sentence) ? sentence.matchAll(RELATIVE) : []) {
    const before = sentence.slice(0, index);
    if (NEW_OBJECT.test(before) && !NEEDS_THAT.test(before)) places.add(index);
  }
  return [...places].toSorted((a, b) => b - a);
}

/** Where "and that" hangs on words before a claim, so that what begins with the claim has to end before it; else null. */
export function secondThat(claim: string): number | null {
  return SECOND_THAT.exec(claim)?.index ?? null;
}

/** Whether a beginning of a sentence is a sentence itself, but for the full stop. */
export function isClause(text: string): boolean {
  if (text.split(' ').length < WORDS_MIN || OPEN_END.test(text) || ENUMERATES.test(text)) return false;
  if (WANTS_COMPLEMENT.test(text) || !isBalanced(text)) return false;
  if (PAIRS.some(([opens, closes]) => opens.test(text) && !closes.test(text))) return false;
  return hasMainClause(text);
}

/** "making A, such as B, slow": what A is made stands only after the cut. */
const WANTS_COMPLEMENT =
  /\b(?:mak(?:e|es|ing)|made|render(?:s|ing)?|leav(?:e|es|ing)|keep(?:s|ing)?|consider(?:s|ing)?) [^,]*$/i;
/** An enumeration is not cut: of "(i) a; (ii) b" one would be left. */
const ENUMERATES = /(?:^|\s)(?:\((?:i|1|a)\)|1\)|\(ii\)|\(2\))\s/;

/** A finite verb outside what precedes the main clause and outside relative clauses. */
function hasMainClause(text: string): boolean {
  const main = SUBORDINATE.test(text) ? afterFirstComma(text) : text;
  if (/^(?:we|i) \p{Ll}+ .*\S/iu.test(main)) return main.split(' ').length >= WORDS_MIN - 1;
  const finite = FINITE.exec(main);
  if (!finite || finite.index === 0) return false;
  const relative = /(?: that| which| who| whose| where|, )/.exec(main);
  return (!relative || finite.index < relative.index) && main.split(' ').length >= WORDS_MIN - 1;
}

function afterFirstComma(text: string): string {
  const comma = text.indexOf(', ');
  return comma < 0 ? '' : text.slice(comma + 2);
}
