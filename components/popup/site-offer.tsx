import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import type { PopupStore } from './popup-store';
import type { SitesStore } from './sites-store';

interface SiteOfferProps {
  readonly store: PopupStore;
}

/** Below "Look here": the site of this page, for good; and the way to all of the web. */
export function SiteOffer({ store }: SiteOfferProps) {
  const t = useMessages();
  const { here } = store.sites.sites.value;
  if (here?.standing !== 'other') return null;
  return (
    <div class="pk-site-offer">
      <button type="button" class="pk-secondary" onClick={() => void store.giveSite('here')}>
        {t('sites_always', bounded(here.host, NAME_LENGTH_MAX))}
      </button>
      <button type="button" class="pk-secondary pk-site-more" onClick={() => store.openSites()}>
        {t('sites_more')}
      </button>
      <Refusal sites={store.sites} />
    </div>
  );
}

/** At the end of a page's papers: how Paperkin came to be here, and how to change that. Nothing on the sites that it knows. */
export function SiteLine({ store }: SiteOfferProps) {
  const t = useMessages();
  const { here } = store.sites.sites.value;
  if (here === null || here.standing === 'known') return null;
  const host = bounded(here.host, NAME_LENGTH_MAX);
  const { given } = here;
  return (
    <div class="pk-site-line">
      <p>
        {here.standing === 'other'
          ? t('sites_looked_once')
          : given === null
            ? t('sites_reads_all')
            : t('sites_reads_here', host)}
      </p>
      {here.standing === 'other' && (
        <button type="button" class="pk-secondary" onClick={() => void store.giveSite('here')}>
          {t('sites_always', host)}
        </button>
      )}
      {here.standing === 'given' && (
        <button
          type="button"
          class="pk-secondary"
          onClick={() => (given === null ? store.openSites() : void store.sites.takeBack(given))}
        >
          {t(given === null ? 'sites_change' : 'sites_stop')}
        </button>
      )}
      <Refusal sites={store.sites} />
    </div>
  );
}

/** Said at once: the browser, or the reader asked by it, said no. */
export function Refusal({ sites }: { readonly sites: SitesStore }) {
  const t = useMessages();
  return (
    <div role="alert" class="pk-site-refusal">
      {sites.isRefused.value && <p>{t('sites_refused')}</p>}
    </div>
  );
}
