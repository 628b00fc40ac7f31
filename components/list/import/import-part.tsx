import { useEffect, useRef } from 'preact/hooks';
import { bounded, NAME_LENGTH_MAX } from '../../bounded';
import { countText } from '../../library/amounts';
import { unusableWords } from '../../library/import-words';
import { useMessages } from '../../messages';
import { ImportPreview } from './import-preview';
import type { ListImportState, ListImportStore } from './list-import-store';

/** The file that is on its way into the list; nothing where there is none. */
export function ImportPart({ imports }: { readonly imports: ListImportStore }) {
  const t = useMessages();
  const state = imports.state.value;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'offered':
      return <ImportPreview imports={imports} read={state.read} />;
    case 'reading':
      return (
        <div class="pk-panel-box" aria-busy="true">
          <output>{t('import_inspecting', bounded(state.name, NAME_LENGTH_MAX))}</output>
          <div class="pk-buttons">
            <Dismiss imports={imports} label={t('dialog_cancel')} />
          </div>
        </div>
      );
    case 'joining':
      return <Joining state={state} />;
    case 'unusable':
    case 'done':
      return (
        <div class="pk-panel-box pk-add-end">
          <output>
            <End state={state} />
          </output>
          <Dismiss imports={imports} label={t('import_close')} />
        </div>
      );
  }
}

function Dismiss({ imports, label }: { readonly imports: ListImportStore; readonly label: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button type="button" class="pk-secondary" ref={button} onClick={() => imports.dismiss()}>
      {label}
    </button>
  );
}

function Joining({ state }: { readonly state: Extract<ListImportState, { readonly kind: 'joining' }> }) {
  const t = useMessages();
  const { done, total } = state;
  const text = (count: number) => countText(count, t('language_tag'));
  return (
    <div class="pk-panel-box">
      <output id="pk-joining">{t('list_import_joining', text(done), text(total))}</output>
      <progress aria-labelledby="pk-joining" max={total} value={done} />
    </div>
  );
}

function End({
  state,
}: {
  readonly state: Extract<ListImportState, { readonly kind: 'unusable' | 'done' }>;
}) {
  const t = useMessages();
  if (state.kind === 'unusable') {
    const [reason, hint] = unusableWords(t, state.source, 'list_import_expected');
    return (
      <>
        <strong class="pk-trouble">
          {t('import_unusable', bounded(state.source.name, NAME_LENGTH_MAX))}
        </strong>
        <p>{reason}</p>
        {hint !== undefined && <p class="pk-hint">{hint}</p>}
      </>
    );
  }
  const count = countText(state.count, t('language_tag'));
  if (!state.isWhole) return <strong class="pk-trouble">{t('list_import_part', count)}</strong>;
  return (
    <>
      <strong>{t('list_import_done', bounded(state.name, NAME_LENGTH_MAX), count)}</strong>
      <p class="pk-hint">{t('list_import_undo_hint')}</p>
    </>
  );
}
