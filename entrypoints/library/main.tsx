import { render } from 'preact';
import { BackupsStore } from '../../components/backups/backups-store';
import { CorporaStore } from '../../components/library/corpora-store';
import { ExportStore } from '../../components/library/export-store';
import { ImportStore } from '../../components/library/import-store';
import { Library, SECTIONS, type Section } from '../../components/library/library';
import { AddStore } from '../../components/list/import/add-store';
import { ListImportStore } from '../../components/list/import/list-import-store';
import { ListLook } from '../../components/list/look/list-look';
import { ListStore } from '../../components/list/list-store';
import { MapStore } from '../../components/map/map-store';
import { Messages } from '../../components/messages';
import { OptionsStore } from '../../components/options/options-store';
import { translate } from '../locale/translate';
import { connectBackups } from './connect-backups';
import { connectListImport } from './connect-list-import';
import { connectLook, watchViews } from './connect-look';
import { connectOptions, watchOptions } from './connect-options';
import { seeToVisited } from './visited-access';
import { watchCorpora } from './watch-corpora';
import { connectList, connectMap, connectPorts, health, listFiles, MADE_BY } from './connect-ports';

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = translate('language_direction');
  document.title = `${translate('library_title')} - Paperkin`;
  const ports = connectPorts();
  const corpora = new CorporaStore(ports);
  const imports = new ImportStore(ports, corpora);
  const exports = new ExportStore(ports);
  const files = listFiles(() => void backups.noteExport());
  const list = new ListStore(connectList(), files, translate('language_tag'));
  const look = new ListLook(connectLook(), list);
  const backupPorts = connectBackups(MADE_BY);
  const listPorts = connectListImport(backupPorts.backUpFirst);
  const adding = new AddStore(listPorts, list, new ListImportStore(listPorts, list));
  const backups = new BackupsStore(backupPorts, adding.imports);
  const map = new MapStore(connectMap());
  const options = new OptionsStore(connectOptions());
  void backups.loadRecords();
  void corpora.load();
  void seeToVisited();
  void options.loadNews();
  void look.load();
  watchViews(() => void look.views.load());
  // A file that misses the place for it must not replace the page.
  for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.preventDefault());
  // Closing the tab stops an import or an export, and loses a note that no disk took: the browser asks first.
  addEventListener('beforeunload', (event) => {
    const isAtWork = imports.isRunning || exports.isRunning || adding.imports.isRunning;
    if (isAtWork || list.notes.hasStuck(list.entries.value ?? [])) event.preventDefault();
  });
  const show = () =>
    render(
      <Messages.Provider value={translate}>
        <Library
          section={sectionOf(location.hash)}
          part={location.hash.split('/')[1] ?? ''}
          adding={adding}
          look={look}
          corpora={corpora}
          imports={imports}
          exports={exports}
          map={map}
          options={options}
          backups={backups}
          onDownload={ports.download}
          onHealth={health}
        />
      </Messages.Provider>,
      root,
    );
  // Papers are saved, and statuses changed, on pages and in the popup while the reader is there.
  const reload = () => {
    if (document.visibilityState !== 'visible') return;
    const section = sectionOf(location.hash);
    if (section === 'list') void list.load();
    if (section === 'backups') void backups.load();
    else void backups.loadRecords();
  };
  document.addEventListener('visibilitychange', reload);
  // Elsewhere they are not seen, and are read when the reader comes to them.
  const renewCorpora = () => {
    const section = sectionOf(location.hash);
    if (section === 'corpora' || section === 'map') void corpora.load();
    if (section === 'options') void options.visited.load();
  };
  watchCorpora(renewCorpora);
  addEventListener('hashchange', renewCorpora);
  watchOptions(() => {
    if (sectionOf(location.hash) === 'options') void options.load();
  });
  addEventListener('hashchange', show);
  show();
}

function sectionOf(hash: string): Section {
  return SECTIONS.find((each) => each === hash.slice(1).split('/')[0]) ?? 'list';
}
