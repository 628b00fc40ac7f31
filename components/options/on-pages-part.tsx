import { useMessages } from '../messages';
import { Behaviour } from '../popup/behaviour';
import { LoadingRows } from '../popup/loading-rows';
import type { OptionsStore } from './options-store';

/** Marks, cards, and the browser's own model: the same switches as in the popup. */
export function OnPagesPart({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const settings = store.settings.settings.value;
  return (
    <section aria-labelledby="pk-options-pages">
      <h2 id="pk-options-pages">{t('options_pages')}</h2>
      <p class="pk-hint">{t('options_pages_hint')}</p>
      {settings === null ? <LoadingRows /> : <Behaviour store={store.settings} settings={settings} />}
    </section>
  );
}
