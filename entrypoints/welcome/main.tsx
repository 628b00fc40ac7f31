import { signal } from '@preact/signals';
import { render } from 'preact';
import { Messages } from '../../components/messages';
import type { MessageKey } from '../../components/messages';
import type { BrowserKey } from '../../components/options/ports';
import { SettingsStore } from '../../components/popup/settings-store';
import { Welcome } from '../../components/welcome/welcome';
import { pageLink } from '../../core/identity/links';
import type { Paper } from '../../core/paper';
import { call } from '../../messaging/client';
import { browserKeys } from '../library/browser-keys';
import { translate } from '../locale/translate';
import { windowModel } from '../model/window-model';
import { settingsAccess } from '../popup/settings-access';
import { bringToLife } from './live-title';

/** Of the bundled corpus: its summary is short, and its kin are many. */
const SHOWN = 'arxiv:2203.05482';

async function lookUp(): Promise<Paper | null> {
  const answer = await call('paper/card', { ref: { paperId: SHOWN } });
  return answer.ok ? answer.value.paper : null;
}

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = translate('language_direction');
  document.title = `${translate('welcome_title')} - Paperkin`;
  const settings = new SettingsStore(
    settingsAccess(windowModel(), () => Promise.resolve('')),
    signal<MessageKey | null>(null),
  );
  const keys = signal<readonly BrowserKey[]>([]);
  const paper = signal<Paper | null>(null);
  const enliven = (link: HTMLAnchorElement | null) => {
    if (link && paper.value) void bringToLife(link, paper.value);
  };
  const Page = () => (
    <Welcome
      browser={import.meta.env.FIREFOX ? 'firefox' : 'chromium'}
      keys={keys.value}
      settings={settings}
      paper={paper.value && { title: paper.value.title, href: pageLink(paper.value) ?? '' }}
      titleRef={enliven}
    />
  );
  void settings.load();
  void browserKeys().then((found) => (keys.value = found));
  void lookUp().then((found) => (paper.value = found));
  render(
    <Messages.Provider value={translate}>
      <Page />
    </Messages.Provider>,
    root,
  );
}
