import { bounded, TITLE_LENGTH_MAX } from '../../components/bounded';
import { authorPhrase, venueAndYear } from '../../components/byline';
import type { Translate } from '../../components/messages';
import { pageLink, pdfLink } from '../../core/identity/links';
import type { ReadingStatus } from '../../core/reading-list/entry';
import type { SearchHit } from '../../core/search/hit';

/** A line below the address bar: `content` is where Enter goes. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

export const SUGGESTIONS_MAX = 5;
/** Two names; the line is short. */
const NAMES_MAX = 2;
const GLYPHS: Readonly<Record<ReadingStatus, string>> = { 'to-read': '○ ', reading: '◐ ', read: '● ' };

/** Where a reader goes for the paper; null where nothing is known of it but a title. */
export const placeOf = ({ paper }: SearchHit): string | null => pageLink(paper) ?? pdfLink(paper);

/** The best papers that there is a page of. `isMarkup`: Chromium reads a description as XML, Firefox as it is. */
export function suggestionsOf(
  hits: readonly SearchHit[],
  translate: Translate,
  isMarkup: boolean,
): readonly Suggestion[] {
  return hits
    .flatMap((hit) => {
      const content = placeOf(hit);
      return content === null ? [] : [{ content, description: describe(hit, translate, isMarkup) }];
    })
    .slice(0, SUGGESTIONS_MAX);
}

function describe({ paper, status }: SearchHit, translate: Translate, isMarkup: boolean): string {
  const title = `${status === null ? '' : GLYPHS[status]}${bounded(paper.title, TITLE_LENGTH_MAX)}`;
  const facts = [authorPhrase(translate, paper.authors, NAMES_MAX), ...venueAndYear(paper)]
    .filter((fact) => fact !== '')
    .join(' · ');
  if (!isMarkup) return facts === '' ? title : `${title} - ${facts}`;
  return facts === '' ? escaped(title) : `${escaped(title)} <dim>${escaped(facts)}</dim>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML that Chromium's parser takes: a title may hold "<", and what XML has no place for. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
