import { useId } from 'preact/hooks';
import { VISITED_DAYS } from '../../core/settings';
import { bytesText, countText } from '../library/amounts';
import { useMessages } from '../messages';
import type { SettingsStore } from '../popup/settings-store';
import type { OptionsStore } from './options-store';
import type { VisitedStore } from './visited-store';
import { VisitedSwitch } from './visited-switch';

const DAYS_OF_A_YEAR = 365;

/** Whether visited papers are kept, for how long, how many there are, and their end. */
export function VisitedSection({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const isOn = store.settings.settings.value?.keepVisited === true;
  const papers = store.visited.facts.value?.papers ?? 0;
  return (
    <section aria-labelledby="pk-options-visited">
      <h2 id="pk-options-visited">{t('corpus_visited')}</h2>
      <VisitedSwitch store={store.settings} />
      {(isOn || papers > 0) && <Limit store={store.settings} />}
      {(isOn || papers > 0 || store.visited.isCleared.value) && <Kept store={store.visited} isOn={isOn} />}
    </section>
  );
}

function Limit({ store }: { readonly store: SettingsStore }) {
  const t = useMessages();
  const id = useId();
  const chosen = store.settings.value?.visitedDays;
  return (
    <div class="pk-setting">
      <div>
        <span class="pk-setting-name" id={id}>
          {t('visited_days')}
        </span>
        <span class="pk-hint">{t('visited_days_hint')}</span>
      </div>
      <div class="pk-delays pk-spans" role="radiogroup" aria-labelledby={id}>
        {VISITED_DAYS.map((days) => (
          <label class="pk-delay" key={days}>
            <input
              type="radio"
              name={id}
              checked={days === chosen}
              onChange={() => void store.change({ visitedDays: days })}
            />
            {spanText(days, t('language_tag'))}
          </label>
        ))}
      </div>
    </div>
  );
}

/** "30 days", "1 year" */
function spanText(days: number, language: string): string {
  const [amount, unit] = days === DAYS_OF_A_YEAR ? [1, 'year'] : [days, 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

function Kept({ store, isOn }: { readonly store: VisitedStore; readonly isOn: boolean }) {
  const t = useMessages();
  const language = t('language_tag');
  const facts = store.facts.value;
  if (facts === null) return null;
  const amounts = [t('count_papers', countText(facts.papers, language)), bytesText(facts.bytes, language)];
  return (
    <div class="pk-setting">
      <div>
        <output class="pk-setting-name">
          {facts.papers > 0
            ? amounts.join(' · ')
            : t(store.isCleared.value ? 'visited_cleared' : 'visited_none')}
        </output>
        {!isOn && facts.papers > 0 && <span class="pk-hint">{t('visited_off')}</span>}
      </div>
      {facts.papers > 0 && (
        <button type="button" class="pk-secondary" onClick={() => void store.clear()}>
          {t('visited_clear')}
        </button>
      )}
    </div>
  );
}
