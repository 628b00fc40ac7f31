import { render } from 'preact';
import { Messages } from '../../components/messages';
import { Popup } from '../../components/popup/popup';
import { PopupStore } from '../../components/popup/popup-store';
import type { Clock } from '../../components/popup/ports';
import { translate } from '../locale/translate';
import { connectPorts } from './connect-ports';

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
