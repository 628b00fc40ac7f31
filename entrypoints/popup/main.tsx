import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Messages } from '../../components/messages';
import type { Translate } from '../../components/messages';
import { Popup } from '../../components/popup/popup';
import { PopupStore } from '../../components/popup/popup-store';
import type { Clock } from '../../components/popup/ports';
import { connectPorts } from './connect-ports';

/** WXT types one overload for each key; the locales' own test keeps keys and substitutions in step. */
const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
const translate: Translate = (key, ...substitutions) => getMessage(key, [...substitutions]);

const clock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  const store = new PopupStore(connectPorts(), clock);
  void store.start();
  render(
    <Messages.Provider value={translate}>
      <Popup store={store} />
    </Messages.Provider>,
    root,
  );
}
