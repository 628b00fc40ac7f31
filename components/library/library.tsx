import { useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useMessages } from '../messages';
import type { CorporaStore } from './corpora-store';
import { CorpusList } from './corpus-list';
import { DropArea } from './drop-area';
import type { ExportStore } from './export-store';
import { ImportPanel } from './import-panel';
import type { ImportStore } from './import-store';
import { RemoveDialog } from './remove-dialog';
import { SpaceLine } from './space-line';

export interface LibraryProps {
  readonly corpora: CorporaStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
}

/** The whole page: import on top, below it what there is. */
export function Library({ corpora, imports, exports }: LibraryProps) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const choose = (corpusId: string | null) => {
    imports.aimAt(corpusId);
    picker.current?.click();
  };
  return (
    <div class="pk-base pk-library" lang={t('language_tag')}>
      <header>
        <h1>{t('library_title')}</h1>
        <p class="pk-hint">{t('library_promise')}</p>
      </header>
      <main>
        <section aria-label={t('library_import')}>
          <FileInput picker={picker} imports={imports} />
          <DropArea imports={imports} onChoose={() => choose(null)} />
          <ImportPanel imports={imports} corpora={corpora} />
        </section>
        <CorpusList corpora={corpora} imports={imports} exports={exports} onUpdate={choose} />
        <SpaceLine space={corpora.space.value} />
      </main>
      <RemoveDialog corpora={corpora} />
    </div>
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
