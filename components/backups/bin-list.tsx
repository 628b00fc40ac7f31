import { BIN_DAYS, daysLeft } from '../../core/reading-list/bin';
import type { BinnedEntry } from '../../core/reading-list/entry';
import { bounded, TITLE_LENGTH_MAX } from '../bounded';
import { countText, dateText } from '../library/amounts';
import { useMessages } from '../messages';
import { Byline, useTitle } from '../paper-text';
import type { BackupsStore } from './backups-store';

/** More are there to be put back all at once, and to be emptied; they are shown as those before them go. */
const SHOWN_MAX = 200;

/** What was taken off the list, and the ways back. */
export function BinList({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  const language = t('language_tag');
  const bin = backups.bin.value;
  return (
    <section class="pk-corpora" aria-labelledby="pk-bin">
      <h2 id="pk-bin">{t('bin_title')}</h2>
      <p class="pk-hint">{t('bin_hint', countText(BIN_DAYS, language))}</p>
      <div role="alert">{backups.isBinUnread.value && <p class="pk-trouble">{t('bin_unread')}</p>}</div>
      {bin?.length === 0 && <p class="pk-hint">{t('bin_empty')}</p>}
      {bin !== null && bin.length > 0 && <Tools backups={backups} />}
      <ul>
        {bin?.slice(0, SHOWN_MAX).map((each) => (
          <Row key={each.entry.paper.id} backups={backups} binned={each} />
        ))}
      </ul>
      {bin !== null && bin.length > SHOWN_MAX && (
        <p class="pk-hint">{t('bin_more', countText(SHOWN_MAX, language))}</p>
      )}
    </section>
  );
}

function Tools({ backups }: { readonly backups: BackupsStore }) {
  const t = useMessages();
  const picked = backups.picked.value;
  return (
    <div class="pk-buttons pk-bin-tools">
      <button
        type="button"
        class="pk-secondary"
        disabled={picked.size === 0}
        onClick={() => void backups.putBack(picked)}
      >
        {t('bin_put_back_selected', countText(picked.size, t('language_tag')))}
      </button>
      <button type="button" class="pk-secondary" onClick={() => void backups.putBack(null)}>
        {t('bin_put_back_all')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => (backups.isAsking.value = true)}>
        {t('bin_empty_it')}
      </button>
    </div>
  );
}

function Row({ backups, binned }: { readonly backups: BackupsStore; readonly binned: BinnedEntry }) {
  const t = useMessages();
  const language = t('language_tag');
  const { paper } = binned.entry;
  const title = useTitle(paper.title);
  const short = bounded(title, TITLE_LENGTH_MAX);
  const days = daysLeft(binned, backups.now());
  return (
    <li class="pk-corpus">
      <input
        type="checkbox"
        aria-label={t('list_select', short)}
        checked={backups.picked.value.has(paper.id)}
        onChange={() => backups.pick(paper.id)}
      />
      <div class="pk-corpus-facts">
        <strong dir="auto">{short}</strong>
        <Byline facts={paper} />
        <p class="pk-hint pk-small">
          {t('bin_removed', dateText(binned.removedAt, language))}
          {' · '}
          {days === 0 ? t('bin_soon') : t('bin_days', countText(days, language))}
        </p>
      </div>
      <button
        type="button"
        class="pk-secondary"
        aria-label={t('bin_put_back_one', short)}
        onClick={() => void backups.putBack(new Set([paper.id]))}
      >
        {t('bin_put_back')}
      </button>
    </li>
  );
}
