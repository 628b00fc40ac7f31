import { render } from 'preact';
import { CorporaStore } from '../../components/library/corpora-store';
import { ExportStore } from '../../components/library/export-store';
import { ImportStore } from '../../components/library/import-store';
import { Library, SECTIONS, type Section } from '../../components/library/library';
import { ListStore } from '../../components/list/list-store';
import { MapStore } from '../../components/map/map-store';
import { Messages } from '../../components/messages';
import { OptionsStore } from '../../components/options/options-store';
import { translate } from '../locale/translate';
import { connectOptions, watchOptions } from './connect-options';
import { connectList, connectMap, connectPorts, listFiles } from './connect-ports';

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.title = `${translate('library_title')} - Paperkin`;
  const ports = connectPorts();
  const corpora = new CorporaStore(ports);
  const imports = new ImportStore(ports, corpora);
  const exports = new ExportStore(ports);
  const list = new ListStore(connectList(), listFiles(), translate('language_tag'));
  const map = new MapStore(connectMap());
  const options = new OptionsStore(connectOptions());
  void corpora.load();
  void options.loadNews();
  // A file that misses the place for it must not replace the page.
  for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
  // Closing the tab stops an import or an export, and loses a note that no disk took: the browser asks first.
  addEventListener('beforeunload', (event) => {
    if (imports.isRunning || exports.isRunning || list.hasStuckNote) event.preventDefault();
  });
  const show = () =>
    render(
      <Messages.Provider value={translate}>
        <Library
          section={sectionOf(location.hash)}
          part={location.hash.split('/')[1] ?? ''}
          list={list}
          corpora={corpora}
          imports={imports}
          exports={exports}
          map={map}
          options={options}
          onDownload={ports.download}
        />
      </Messages.Provider>,
      root,
    );
  // Papers are saved, and statuses changed, on pages and in the popup while the reader is there.
  const reload = () => {
    if (document.visibilityState === 'visible' && sectionOf(location.hash) === 'list') void list.load();
  };
  document.addEventListener('visibilitychange', reload);
  watchOptions(() => {
    if (sectionOf(location.hash) === 'options') void options.load();
  });
  addEventListener('hashchange', show);
  show();
}

function sectionOf(hash: string): Section {
  return SECTIONS.find((each) => each === hash.slice(1).split('/')[0]) ?? 'list';
}
