import { render } from 'preact';
import { Messages } from '../../components/messages';
import { Popup } from '../../components/popup/popup';
import { PopupStore } from '../../components/popup/popup-store';
import { translate } from '../locale/translate';
import { windowClock } from '../../components/window-clock';
import { connectPorts } from '../popup/connect-ports';
import { FollowedTab } from './followed-tab';
import { watchBackground } from './watch-background';

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = translate('language_direction');
  const followed = new FollowedTab({
    onLeave: () => store.page.leave(),
    onChange: () => void store.follow(),
  });
  const store = new PopupStore(
    connectPorts({ tab: () => followed.tab(), hidden: 'unseen', openPanel: null, leave: () => {} }),
    windowClock,
  );
  watchBackground({
    isFollowed: (tabId) => followed.is(tabId),
    onPage: () => void store.page.load(),
    onList: () => void store.library.load(),
    onSettings: () => void store.follow(),
  });
  void store.start();
  render(
    <Messages.Provider value={translate}>
      <Popup store={store} />
    </Messages.Provider>,
    root,
  );
}
