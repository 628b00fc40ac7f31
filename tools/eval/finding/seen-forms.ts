import { titleKey } from '../../../core/text/title-key';
import type { GoldPaper, MentionsGold } from './gold';
import type { PagePlaces } from './page-places';
import type { LookAlike } from './score-mentions';

/** How a reader sees one form of a title on the page. */
export interface SeenForm {
  readonly title: string;
  readonly text: string;
  readonly kind: string;
  /** The elements around it; null where it is no text of the page (in an address, a comment, an attribute). */
  readonly path: string | null;
  /** Whether it is drawn: what lies folded in `details` has no mark until it is opened. */
  readonly isDrawn: boolean;
  readonly isMarked: boolean;
}

/** A text that stands in more places is looked at in the first two of them. */
const PLACES_MAX = 2;

/** Every form of these papers, marked if one of its places is. */
export async function seenForms(places: PagePlaces, papers: readonly GoldPaper[]): Promise<SeenForm[]> {
  const seen: SeenForm[] = [];
  for (const { title, forms } of papers) {
    for (const { text, kind } of forms) {
      let path: string | null = null;
      let [isDrawn, isMarked] = [false, false];
      for (let nth = 0; nth < PLACES_MAX && !isMarked; nth++) {
        const place = await places.show(text, nth);
        if (!place) break;
        path ??= place.path;
        isDrawn ||= place.line !== null;
        isMarked = await places.isMarked(place);
      }
      seen.push({ title, text, kind, path, isDrawn, isMarked });
    }
  }
  return seen;
}

/** The look-alikes that are marked somewhere and open the card of the paper that they only resemble. */
export async function mistakenLookAlikes(
  places: PagePlaces,
  { mustNot }: MentionsGold,
): Promise<readonly LookAlike[]> {
  const mistaken: LookAlike[] = [];
  for (const lookAlike of mustNot) {
    for (let nth = 0; nth < PLACES_MAX; nth++) {
      const place = await places.show(lookAlike.text, nth);
      if (!place) break;
      if (!(await places.isMarked(place))) continue;
      const title = await places.cardTitle(place);
      if (title === null || titleKey(title) !== titleKey(lookAlike.looksLike)) continue;
      mistaken.push(lookAlike);
      break;
    }
  }
  return mistaken;
}
