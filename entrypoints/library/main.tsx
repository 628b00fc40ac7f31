import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CorporaStore } from '../../components/library/corpora-store';
import { ExportStore } from '../../components/library/export-store';
import { ImportStore } from '../../components/library/import-store';
import { Library, SECTIONS, type Section } from '../../components/library/library';
import { MapStore } from '../../components/map/map-store';
import { Messages } from '../../components/messages';
import type { Translate } from '../../components/messages';
import { connectMap, connectPorts } from './connect-ports';

/** WXT types one overload for each key; the locales' own test keeps keys and substitutions in step. */
const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;
const translate: Translate = (key, ...substitutions) => getMessage(key, [...substitutions]);

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.title = `${translate('library_title')} - Paperkin`;
  const ports = connectPorts();
  const corpora = new CorporaStore(ports);
  const imports = new ImportStore(ports, corpora);
  const exports = new ExportStore(ports);
  const map = new MapStore(connectMap());
  void corpora.load();
  // A file that misses the place for it must not replace the page.
  for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
  // Closing the tab stops an import or an export: the browser asks first.
  addEventListener('beforeunload', (event) => {
    if (imports.isRunning || exports.isRunning) event.preventDefault();
  });
  const show = () =>
    render(
      <Messages.Provider value={translate}>
        <Library
          section={sectionOf(location.hash)}
          corpora={corpora}
          imports={imports}
          exports={exports}
          map={map}
          onDownload={ports.download}
        />
      </Messages.Provider>,
      root,
    );
  addEventListener('hashchange', show);
  show();
}

function sectionOf(hash: string): Section {
  return SECTIONS.find((each) => hash === `#${each}`) ?? 'corpora';
}
