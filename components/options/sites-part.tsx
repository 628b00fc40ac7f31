import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { SitesPanel } from '../popup/sites-panel';
import type { OptionsStore } from './options-store';

/** Where Paperkin reads, and where it was told to keep away. */
export function SitesPart({ store }: { readonly store: OptionsStore }) {
  return (
    <>
      <SitesPanel
        sites={store.sites}
        onEverywhere={() => void store.sites.give('everywhere')}
        noneHint="sites_none_options"
      />
      <OffSites store={store} />
    </>
  );
}

function OffSites({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const sites = store.offSites.value ?? [];
  return (
    <section class="pk-sites" aria-labelledby="pk-options-off">
      <h2 id="pk-options-off">{t('sites_off')}</h2>
      <p class="pk-hint">{t(sites.length === 0 ? 'sites_off_none' : 'settings_site_hint')}</p>
      <ul>
        {sites.map((site) => {
          const host = bounded(site, NAME_LENGTH_MAX);
          return (
            <li key={site}>
              <span dir="ltr">{host}</span>
              <button
                type="button"
                class="pk-secondary"
                aria-label={t('sites_turn_on', host)}
                onClick={() => void store.turnSiteOn(site)}
              >
                {t('sites_on_again')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
