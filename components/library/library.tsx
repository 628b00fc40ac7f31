import { useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Health } from '../../core/health';
import { BackupsSection } from '../backups/backups-section';
import type { BackupsStore } from '../backups/backups-store';
import { Reminder } from '../backups/reminder';
import type { AddStore } from '../list/import/add-store';
import type { ListLook } from '../list/look/list-look';
import { ListSection } from '../list/list-section';
import { MapScreen } from '../map/map-screen';
import type { MapStore } from '../map/map-store';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import { NewsDot, OptionsSection } from '../options/options-section';
import type { OptionsStore } from '../options/options-store';
import type { Answer } from '../popup/ports';
import type { CorporaStore } from './corpora-store';
import { CorpusList } from './corpus-list';
import { DropArea } from './drop-area';
import type { ExportStore } from './export-store';
import { HealthLine } from './health-line';
import { ImportPanel } from './import-panel';
import type { ImportStore } from './import-store';
import { RemoveDialog } from './remove-dialog';
import { SpaceLine } from './space-line';

/** The parts of the page, as they stand in its address. */
export const SECTIONS = ['list', 'corpora', 'map', 'backups', 'options'] as const;
export type Section = (typeof SECTIONS)[number];

export interface LibraryProps {
  readonly section: Section;
  /** What stands in the address after the section. */
  readonly part: string;
  readonly adding: AddStore;
  readonly look: ListLook;
  readonly corpora: CorporaStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
  readonly map: MapStore;
  readonly options: OptionsStore;
  readonly backups: BackupsStore;
  readonly onDownload: (fileName: string, text: string) => void;
  readonly onHealth: () => Promise<Answer<Health>>;
}

const SECTION_NAMES: Readonly<Record<Section, MessageKey>> = {
  list: 'list_title',
  corpora: 'library_corpora',
  map: 'map_tab',
  backups: 'backups_title',
  options: 'options',
};

/** The whole page: the reading list, what is imported, the map, what keeps the list from being lost, or the options. */
export function Library(props: LibraryProps) {
  const t = useMessages();
  const { section, part, adding, look, corpora, map, backups, options, onDownload, onHealth } = props;
  return (
    <div class="pk-base pk-library" data-section={section} lang={t('language_tag')}>
      <header>
        <h1>{t('library_title')}</h1>
        <nav class="pk-sections" aria-label={t('library_sections')}>
          {SECTIONS.map((each) => (
            <a key={each} href={`#${each}`} aria-current={each === section ? 'page' : undefined}>
              {t(SECTION_NAMES[each])}
              {each === 'options' && <NewsDot store={options} />}
            </a>
          ))}
        </nav>
      </header>
      <HealthLine onAsk={onHealth} />
      <main>
        {section === 'list' ? (
          <>
            <Reminder backups={backups} />
            <ListSection adding={adding} look={look} />
          </>
        ) : section === 'backups' ? (
          <BackupsSection backups={backups} />
        ) : section === 'map' ? (
          <MapScreen store={map} corpora={corpora.overview.value?.corpora ?? []} onDownload={onDownload} />
        ) : section === 'options' ? (
          <OptionsSection store={options} part={part} />
        ) : (
          <Corpora {...props} />
        )}
      </main>
      <RemoveDialog corpora={corpora} />
    </div>
  );
}

/** Import on top, below it what there is. */
function Corpora({ corpora, imports, exports }: LibraryProps) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const choose = (corpusId: string | null) => {
    imports.aimAt(corpusId);
    picker.current?.click();
  };
  return (
    <>
      <p class="pk-hint">{t('library_promise')}</p>
      <section aria-label={t('library_import')}>
        <FileInput picker={picker} imports={imports} />
        <DropArea imports={imports} onChoose={() => choose(null)} />
        <ImportPanel imports={imports} corpora={corpora} />
      </section>
      <CorpusList corpora={corpora} imports={imports} exports={exports} onUpdate={choose} />
      <SpaceLine space={corpora.space.value} />
    </>
  );
}

/** Hidden from everyone but scripts: the buttons that open it have the names. */
function FileInput({
  picker,
  imports,
}: {
  readonly picker: RefObject<HTMLInputElement | null>;
  readonly imports: ImportStore;
}) {
  return (
    <input
      ref={picker}
      type="file"
      hidden
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        // The same file may be chosen twice in a row.
        if (file) void imports.offer(file).finally(() => (currentTarget.value = ''));
      }}
    />
  );
}
