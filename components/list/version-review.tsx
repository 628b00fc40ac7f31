import { useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { countText } from '../library/amounts';
import { useMessages } from '../messages';
import { Byline, TitleLink } from '../paper-text';
import { nameOf, SameOrNot } from './entry-versions';
import type { ListStore } from './list-store';

/** Pairs that are drawn; the next ones come as these are settled. */
const SHOWN_MAX = 20;

/** What may be on the list twice, one pair after another; nothing where nothing is. */
export function VersionReview({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  const pairs = store.suggestions.pairs.value;
  if (pairs.length === 0) return null;
  return (
    <section class="pk-review" aria-label={t('list_perhaps_twice')}>
      <p class="pk-review-line">
        <output>{t('list_perhaps_count', countText(pairs.length, t('language_tag')))}</output>
        <button type="button" class="pk-secondary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'list_perhaps_close' : 'list_perhaps_review')}
        </button>
      </p>
      {isOpen && (
        <ul class="pk-review-pairs">
          {pairs.slice(0, SHOWN_MAX).map(([one, other]) => (
            <li key={`${one.paper.id} ${other.paper.id}`}>
              <div class="pk-review-two">
                <Side entry={one} />
                <Side entry={other} />
              </div>
              <div class="pk-version-actions">
                <SameOrNot store={store} entry={one} other={other} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Side({ entry }: { readonly entry: ReadingListEntry }) {
  return (
    <div>
      <p class="pk-review-title">
        <TitleLink paper={entry.paper} />
      </p>
      <Byline facts={entry.paper} names={3} />
      <p class="pk-hint pk-small">{nameOf(entry.paper)}</p>
    </div>
  );
}
