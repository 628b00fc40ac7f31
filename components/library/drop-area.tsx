import { useState } from 'preact/hooks';
import { useMessages } from '../messages';
import type { ImportStore } from './import-store';

/** Told here, for not every one is known by a name: what the file is, its content decides. */
const FORMATS = [
  'Paperkin',
  'arXiv JSON',
  'OpenAlex',
  'Semantic Scholar',
  'Hugging Face',
  'BibTeX',
  'RIS',
  'CSL-JSON',
  'Zotero RDF, JSON',
  'ACL XML',
  'CSV',
  'PaperMemory',
].join('\u00a0· ');

export interface DropAreaProps {
  readonly imports: ImportStore;
  readonly onChoose: () => void;
}

/** Where files are dropped, and the button for those who do not drop. */
export function DropArea({ imports, onChoose }: DropAreaProps) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    imports.aimAt(null);
    void imports.offer(file);
  };
  return (
    <div
      class="pk-drop"
      data-over={isOver}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button type="button" class="pk-primary" disabled={imports.isRunning} onClick={onChoose}>
        {t('library_choose_file')}
      </button>
      <p>{t('library_drop_hint')}</p>
      <p class="pk-hint pk-small">
        {FORMATS}
        <br />
        {t('library_packed_hint')}
      </p>
      <div role="alert">
        {imports.refusedSecond.value && <p class="pk-trouble">{t('import_one_at_a_time')}</p>}
      </div>
    </div>
  );
}
