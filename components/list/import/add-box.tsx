import { useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages';
import type { AddStore } from './add-store';

/** One field for whatever names a paper, and the tabs of this window. */
export function AddBox({ adding }: { readonly adding: AddStore }) {
  const t = useMessages();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const look = () => {
    if (text.trim() === '') return field.current?.focus();
    void adding.take(text, t('list_import_pasted'));
    setText('');
  };
  return (
    <form
      class="pk-add"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        class="pk-add-field"
        dir="auto"
        spellcheck={false}
        aria-label={t('list_add')}
        placeholder={`${t('list_add')}: ${t('list_add_hint')}`}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          // Lines are for records that are pasted; the Enter that ends the choice of a Chinese word is not ours.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          look();
        }}
      />
      <button type="submit" class="pk-secondary">
        {t('list_add_look')}
      </button>
      <TabsButton adding={adding} />
    </form>
  );
}

function TabsButton({ adding }: { readonly adding: AddStore }) {
  const t = useMessages();
  const take = () => void adding.takeTabs();
  return (
    <button type="button" class="pk-secondary" title={t('list_add_tabs_hint')} onClick={take}>
      {t('list_add_tabs')}
    </button>
  );
}
