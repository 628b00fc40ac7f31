import { useEffect, useRef } from 'preact/hooks';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { CloseIcon } from '../icons';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import { Refusal } from './site-offer';
import type { SitesStore } from './sites-store';

export interface SitesPanelProps {
  readonly sites: SitesStore;
  /** In the turn of a click: has the browser ask for all of the web. */
  readonly onEverywhere: () => void;
  /** Said where the reader gave no site. */
  readonly noneHint?: MessageKey;
}

/** Where Paperkin reads by itself: the sites it knows, those that the reader gave, or all; each given back with one click. */
export function SitesPanel({ sites, onEverywhere, noneHint = 'sites_none' }: SitesPanelProps) {
  const t = useMessages();
  const { everywhere, given } = sites.sites.value;
  const title = useRef<HTMLHeadingElement>(null);
  const isSought = sites.isSought.value;
  // The focus brings what is below into view.
  useEffect(() => void (isSought && title.current?.focus()), [isSought]);
  return (
    <section class="pk-sites" aria-labelledby="pk-sites-title">
      <h2 id="pk-sites-title" tabIndex={-1} ref={title}>
        {t('sites_title')}
      </h2>
      <p class="pk-hint">{t('sites_hint')}</p>
      <Refusal sites={sites} />
      <h3>{t('sites_given')}</h3>
      {given.length === 0 ? <p class="pk-hint">{t(noneHint)}</p> : <GivenSites sites={sites} />}
      <h3>{t('sites_everywhere')}</h3>
      <p class="pk-hint">{t(everywhere ? 'sites_everywhere_is_on' : 'sites_everywhere_hint')}</p>
      <button
        type="button"
        class="pk-secondary"
        onClick={() => (everywhere ? void sites.takeBack('everywhere') : onEverywhere())}
      >
        {t(everywhere ? 'sites_everywhere_stop' : 'sites_everywhere_start')}
      </button>
      <p class="pk-hint pk-sites-foot">{t('sites_open_pages')}</p>
    </section>
  );
}

function GivenSites({ sites }: { readonly sites: SitesStore }) {
  const t = useMessages();
  return (
    <ul>
      {sites.sites.value.given.map((site) => {
        const host = bounded(site.host, NAME_LENGTH_MAX);
        return (
          <li key={site.pattern}>
            <span dir="ltr">{host}</span>
            <button
              type="button"
              class="pk-icon-button"
              aria-label={t('sites_stop_on', host)}
              title={t('sites_stop')}
              onClick={() => void sites.takeBack(site)}
            >
              <CloseIcon />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
