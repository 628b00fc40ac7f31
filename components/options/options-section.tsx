import { useMessages } from '../messages';
import type { OptionsStore } from './options-store';
import { PARTS } from './parts';

export interface OptionsSectionProps {
  readonly store: OptionsStore;
  /** What stands in the address for one of `PARTS`; any other text is the first of them. */
  readonly part: string;
}

/** The options: the names of their parts, and the one that the reader chose. */
export function OptionsSection({ store, part }: OptionsSectionProps) {
  const t = useMessages();
  const shown = PARTS.find(({ id }) => id === part) ?? PARTS[0];
  const trouble = store.trouble.value;
  return (
    <div class="pk-options">
      <nav class="pk-parts" aria-label={t('options_parts')}>
        <ul>
          {PARTS.map(({ id, name }) => (
            <li key={id}>
              <a href={`#options/${id}`} aria-current={id === shown.id ? 'page' : undefined}>
                {t(name)}
                {id === 'about' && <NewsDot store={store} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="pk-part">
        <div role="alert">{trouble !== null && <p class="pk-trouble">{t(trouble)}</p>}</div>
        <shown.Part key={shown.id} store={store} />
      </div>
    </div>
  );
}

/** Says that there is something new; nothing once the reader has looked. */
export function NewsDot({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const version = store.news.value;
  if (version === null) return null;
  return (
    <>
      <span class="pk-dot" aria-hidden="true" />
      <span class="pk-unseen">{t('news_in', version)}</span>
    </>
  );
}
