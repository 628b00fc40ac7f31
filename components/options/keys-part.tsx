import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import type { OptionsStore } from './options-store';
import type { BrowserKey } from './ports';

/** Of the page and the card; they are the same for everybody. */
const FIXED: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['Alt', '↓'], 'key_next'],
  [['Alt', '↑'], 'key_previous'],
  [['↓'], 'key_into_card'],
  [['s'], 'key_save'],
  [['1', '2', '3'], 'list_key_status'],
  [['p'], 'key_pin'],
  [['Backspace'], 'key_back'],
  [['Esc'], 'key_close'],
];

/** The browser's keys for Paperkin, as they are now, the way to change them, and those of a card. */
export function KeysPart({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  return (
    <section aria-labelledby="pk-options-keys">
      <h2 id="pk-options-keys">{t('keys_browser')}</h2>
      <p class="pk-hint">{t('keys_browser_hint')}</p>
      <BrowserKeys keys={store.keys.value} />
      <button type="button" class="pk-primary" onClick={() => store.changeKeys()}>
        {t('keys_change')}
      </button>
      <h3>{t('keys_card')}</h3>
      <dl class="pk-keys-table">
        {FIXED.map(([keys, what]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Each with what it does; one that the reader has given none says so. */
export function BrowserKeys({ keys }: { readonly keys: readonly BrowserKey[] }) {
  const t = useMessages();
  return (
    <dl class="pk-keys-table">
      {keys.map(({ name, description, shortcut }) => (
        <div key={name}>
          <dt>{bounded(description === '' ? t('command_open_popup') : description, NAME_LENGTH_MAX)}</dt>
          <dd>
            {shortcut === '' ? (
              <span class="pk-hint">{t('keys_none')}</span>
            ) : (
              <kbd>{bounded(shortcut, NAME_LENGTH_MAX)}</kbd>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
