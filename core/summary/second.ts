import type { AbstractView, ViewedForm } from './abstract-view';
import { isOwnAct } from './cues';

/** What a form loses when all of its telling words have been said, on the scale of `formScores`; a part of them costs that part. */
const SAID_ALREADY = 0.15;
/** A second sentence with fewer words of a subject that have not been said is not worth its line. */
const NEW_WORDS_MIN = 4;
/** "The second allows", "We instead seek", "We re-frame them", "When joined, it leads": something that was said in a sentence that may not be there. */
const GOES_ON =
  /^(?:the (?:first|second|third|last|others?)|both|others|another|we (?:instead|also|further|then))\b|^(?:[\w-]+ ){1,2}(?:them|they|it)\b|^[^,]+, (?:they|it)\b/i;

/**
 * The form that says most beside the first and the title: by the same scores, less for what has been said (maximal marginal relevance,
 * Carbonell and Goldstein, 1998). It stands after the first, and must need no other sentence either. Null where nothing is left to say.
 */
export function secondForm(
  view: AbstractView,
  scores: readonly number[],
  first: ViewedForm,
): ViewedForm | null {
  const said = new Set([...view.titleStems, ...tellingStems(first)]);
  let best: ViewedForm | null = null;
  let bestScore = -Infinity;
  for (const [at, form] of view.forms.entries()) {
    if (!canFollow(view, form, first)) continue;
    const stems = tellingStems(form);
    const fresh = [...stems].filter((stem) => !said.has(stem)).length;
    if (fresh < NEW_WORDS_MIN) continue;
    const score = (scores[at] ?? 0) - SAID_ALREADY * (1 - fresh / stems.size);
    if (score > bestScore) [best, bestScore] = [form, score];
  }
  return best;
}

/** What stands before the summary in the abstract is what others did, unless it says that the authors did it. */
function canFollow({ cues }: AbstractView, form: ViewedForm, first: ViewedForm): boolean {
  const isOwn =
    form.at > first.at || form.cues.we || isOwnAct(form.cues) || cues[form.at]?.thisPaper === true;
  const needsMore = form.isDangling || form.leansBack || GOES_ON.test(form.text);
  return form.at !== first.at && isOwn && !needsMore && !form.cues.hopes && !form.cues.code;
}

const tellingStems = ({ tokens }: ViewedForm): ReadonlySet<string> =>
  new Set(tokens.flatMap(({ kind, stem }) => (kind === 'telling' ? [stem] : [])));
