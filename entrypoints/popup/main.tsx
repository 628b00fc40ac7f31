import { render } from 'preact';
import { Messages } from '../../components/messages';
import { Popup } from '../../components/popup/popup';
import { PopupStore } from '../../components/popup/popup-store';
import { translate } from '../locale/translate';
import { panelOpener } from '../panel/open-panel';
import { windowClock } from '../../components/window-clock';
import { connectPorts } from './connect-ports';
import { currentTab } from './page-tab';

/** Firefox leaves the popup open over the new tab. */
const leave = () => window.close();

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = translate('language_direction');
  const tab = currentTab();
  const openPanel = panelOpener(tab, leave);
  const store = new PopupStore(
    connectPorts({ tab: () => tab, hidden: 'browser', openPanel, leave }),
    windowClock,
  );
  void store.start();
  render(
    <Messages.Provider value={translate}>
      <Popup store={store} />
    </Messages.Provider>,
    root,
  );
}
