import type { Health } from '../../core/health';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { useTitle } from '../paper-text';
import type { PopupStore } from './popup-store';

const REASON_LENGTH_MAX = 160;
const REMOVED_TITLE_LENGTH_MAX = 40;

/** Says that the browser refuses to keep things or that corpora are damaged, and what that means; nothing when all is well. */
export function HealthBanner({ health }: { readonly health: Health | null }) {
  const t = useMessages();
  if (health === null) return null;
  const isRefused = health.corpus === 'memory' || health.library === 'session';
  const unwell = health.repairs.flatMap(({ corpusId, name, state }) =>
    state === 'repaired' ? [] : [{ corpusId, name: bounded(name, NAME_LENGTH_MAX), state }],
  );
  if (!isRefused && unwell.length === 0) return null;
  return (
    <aside class="pk-banner" role="note">
      {isRefused && <Refusal health={health} />}
      {unwell.map(({ corpusId, name, state }) => (
        <p key={corpusId}>{t(`repair_${state}`, name)}</p>
      ))}
    </aside>
  );
}

function Refusal({ health: { library, reason, isNewer } }: { readonly health: Health }) {
  const t = useMessages();
  const isList = library === 'session';
  if (isNewer) return <p>{t(isList ? 'health_newer_list' : 'health_newer_corpora')}</p>;
  return (
    <>
      <p>{t(isList ? 'health_session' : 'health_memory')}</p>
      {reason !== null && <p>{t('health_reason', bounded(reason, REASON_LENGTH_MAX))}</p>}
    </>
  );
}

/** After an update, until the reader has looked: a way to what is new. It calls nobody, and covers nothing. */
export function NewsBar({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const version = store.news.value;
  if (version === null) return null;
  return (
    <button type="button" class="pk-news-bar" onClick={() => store.openLibrary('news')}>
      <span class="pk-dot" aria-hidden="true" />
      {t('news_in', version)}
    </button>
  );
}

/** What went wrong last; said at once. */
export function TroubleBar({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const trouble = store.library.trouble.value;
  return <div role="alert">{trouble !== null && <p class="pk-bar-low pk-trouble">{t(trouble)}</p>}</div>;
}

/** What was removed, and the way back. */
export function UndoBar({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const offer = store.library.undoOffer.value;
  const title = bounded(useTitle(offer?.entries.at(-1)?.paper.title ?? null), REMOVED_TITLE_LENGTH_MAX);
  const many = offer !== null && offer.entries.length > 1;
  return (
    <output>
      {offer !== null && (
        <div class="pk-bar-low">
          <p>{many ? t('list_removed_many', String(offer.entries.length)) : t('list_removed', title)}</p>
          <button type="button" class="pk-secondary" onClick={() => void store.library.undo()}>
            {t('list_undo')}
          </button>
        </div>
      )}
    </output>
  );
}
