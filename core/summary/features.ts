import type { AbstractView, ViewedForm } from './abstract-view';
import { isDetail, type Cue, type Cues } from './cues';
import { eachPair, pairKey } from './tokens';
import type { Worth } from './worth';

/**
 * What the ranker knows of a form of a sentence, each a number between about -1 and 1. In groups, since engines keep objects
 * of up to some 30 members fast.
 */
export interface Features {
  readonly cues: Readonly<Record<Cue, number>>;
  readonly expected: ReturnType<typeof expectations>;
  /** What is to be expected of it beside the best and the mean of all forms. */
  readonly beside: Readonly<{ best1: number; best2: number; mean1: number; mean2: number }>;
  readonly places: ReturnType<typeof places>;
  readonly shape: ReturnType<typeof shape>;
}

/** Of each form of the abstract. */
export function featuresOf(view: AbstractView, worth: Worth): readonly Features[] {
  const orders = orderOf(view);
  const expected = view.forms.map((form) => expectations(view, form, worth));
  const [ones, twos] = [expected.map((one) => one.overlap1), expected.map((one) => one.overlap2)];
  const [best1, best2, mean1, mean2] = [Math.max(...ones), Math.max(...twos), mean(ones), mean(twos)];
  return view.forms.map((form, at) => {
    const own = expected[at] ?? expectations(view, form, worth);
    return {
      cues: asNumbers(form.cues),
      expected: own,
      beside: {
        best1: own.overlap1 - best1,
        best2: own.overlap2 - best2,
        mean1: own.overlap1 - mean1,
        mean2: own.overlap2 - mean2,
      },
      places: places(view, form, orders),
      shape: shape(view, form),
    };
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function asNumbers(cues: Cues): Record<Cue, number> {
  const numbers: Partial<Record<Cue, number>> = {};
  for (const cue in cues) numbers[cue as Cue] = cues[cue as Cue] ? 1 : 0;
  return numbers as Record<Cue, number>;
}

/** Words of a summary that a person writes: the median of SciTLDR's training part is 18, the mean 19. */
const TYPICAL_LENGTH = 19;
const SHORT_LENGTH = 14;

/**
 * The overlap to expect with a summary that a person would write, measured as ROUGE-1 and ROUGE-2 do: the words that it is
 * likely to share, over the length of both.
 */
function expectations(view: AbstractView, { tokens }: ViewedForm, worth: Worth) {
  const stems = new Set(tokens.map((token) => token.stem));
  const content = new Set(tokens.filter(({ kind }) => kind !== 'stop').map((token) => token.stem));
  const shared = sumOf(stems, worth.word);
  const sharedContent = sumOf(content, worth.word);
  const seen = new Set<string>();
  let [pairs, titlePairs] = [0, 0];
  eachPair(tokens, (first, second) => {
    const key = pairKey(first, second);
    if (seen.has(key)) return;
    seen.add(key);
    pairs += worth.pair(key, first, second);
    if (view.titlePairs.has(key)) titlePairs++;
  });
  const inTitle = [...content].filter((stem) => view.titleStems.has(stem)).length;
  return {
    overlap1: (2 * shared) / (tokens.length + TYPICAL_LENGTH),
    overlapShort1: (2 * shared) / (tokens.length + SHORT_LENGTH),
    overlap2: (2 * pairs) / (tokens.length + TYPICAL_LENGTH - 2),
    contentShared: sharedContent / 8,
    contentWorth: sharedContent / Math.max(1, content.size),
    titleCovered: inTitle / Math.max(1, view.titleStems.size),
    ofTitle: inTitle / Math.max(1, content.size),
    titlePairs: titlePairs / Math.max(1, view.titlePairs.size),
  };
}

function sumOf(stems: ReadonlySet<string>, worth: (stem: string) => number): number {
  let sum = 0;
  for (const stem of stems) sum += worth(stem);
  return sum;
}

/** The first sentence with each of some cues; -1 where there is none. */
interface Orders {
  readonly proposal: number;
  readonly claim: number;
  readonly result: number;
  readonly problem: number;
}

function orderOf({ cues }: AbstractView): Orders {
  const first = (cue: Cue) => cues.findIndex((one) => one[cue]);
  return {
    proposal: first('proposes'),
    claim: first('shows'),
    result: first('results'),
    problem: first('problem'),
  };
}

function places({ sentences }: AbstractView, { at }: ViewedForm, orders: Orders) {
  const last = sentences.length - 1;
  const since = (first: number) => (first < 0 ? -1 : Math.max(-1, Math.min(1, (at - first) / 4)));
  return {
    place: last > 0 ? at / last : 0,
    isFirst: at === 0 ? 1 : 0,
    isLast: at === last ? 1 : 0,
    isProposal: at === orders.proposal ? 1 : 0,
    isClaim: at === orders.claim ? 1 : 0,
    sinceProposal: since(orders.proposal),
    sinceClaim: since(orders.claim),
    sinceResult: since(orders.result),
    sinceProblem: since(orders.problem),
    hasNoProposal: orders.proposal < 0 ? since(orders.claim) : 0,
  };
}

function shape({ sentences, cues, tokens: all, titleTokens }: AbstractView, form: ViewedForm) {
  const { text, tokens, opening } = form;
  const sentence = sentences[form.at]?.text ?? '';
  const names = tokens.filter((token) => token.isName);
  const titleNames = new Set(titleTokens.filter((token) => token.isName).map((token) => token.stem));
  return {
    length: tokens.length / 20,
    under10Words: Math.max(0, 10 - tokens.length) / 10,
    over25Words: Math.min(1, Math.max(0, tokens.length - 25) / 25),
    opensWithClaim: opening === 'claim' ? 1 : 0,
    opensAfterPurpose: opening === 'purpose' ? 1 : 0,
    isCut: form.isCut ? 1 : 0,
    kept: tokens.length / Math.max(1, all[form.at]?.length ?? 1),
    dangles: form.isDangling ? 1 : 0,
    leansBack: form.leansBack ? 1 : 0,
    wasOfThisPaper: cues[form.at]?.thisPaper === true ? 1 : 0,
    wasDetail: isDetail(sentence) ? 1 : 0,
    numbers: Math.min(1, tokens.filter(({ stem }) => /^\p{N}/u.test(stem)).length / 4),
    commas: Math.min(1, (text.match(/[,;:]/g) ?? []).length / 5),
    names: Math.min(1, names.length / 3),
    titleName: names.some(({ stem }) => titleNames.has(stem)) ? 1 : 0,
  };
}
