import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CorpusInfo } from '../../core/corpus/corpus-info';
import { useMessages } from '../messages';
import { bytesText, countText } from './amounts';
import type { CorporaStore } from './corpora-store';
import { corpusName } from './corpus-row';

/** Asks once more before a corpus goes, and says what that means. */
export function RemoveDialog({ corpora }: { readonly corpora: CorporaStore }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const corpus = corpora.toRemove.value;
  useLayoutEffect(() => {
    if (corpus) dialog.current?.showModal();
    else dialog.current?.close();
  }, [corpus]);
  return (
    <dialog
      ref={dialog}
      class="pk-dialog"
      aria-labelledby="pk-remove-title"
      onClose={() => (corpora.toRemove.value = null)}
    >
      {corpus && <Question corpus={corpus} corpora={corpora} />}
    </dialog>
  );
}

function Question({ corpus, corpora }: { readonly corpus: CorpusInfo; readonly corpora: CorporaStore }) {
  const t = useMessages();
  const language = t('language_tag');
  return (
    <>
      <h2 id="pk-remove-title">{t('remove_title', corpusName(corpus, t))}</h2>
      <p>{t('remove_hint', countText(corpus.paperCount, language), bytesText(corpus.bytes, language))}</p>
      <div class="pk-buttons">
        <button type="button" class="pk-primary pk-danger" onClick={() => void corpora.remove()}>
          {t('remove_confirm')}
        </button>
        <button type="button" class="pk-secondary" onClick={() => (corpora.toRemove.value = null)}>
          {t('dialog_cancel')}
        </button>
      </div>
    </>
  );
}
