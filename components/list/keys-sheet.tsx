import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages, type MessageKey } from '../messages';

const KEYS: readonly (readonly [keys: string, meaning: MessageKey])[] = [
  ['↑ ↓ Home End', 'list_key_move'],
  ['Shift+↑ Shift+↓', 'list_key_extend'],
  ['Space', 'list_key_toggle'],
  ['Ctrl+A', 'list_key_all'],
  ['Enter', 'list_key_open'],
  ['1 2 3', 'list_key_status'],
  ['*', 'list_key_star'],
  ['p', 'list_key_priority'],
  ['t', 'list_key_tag'],
  ['n', 'list_key_note'],
  ['k', 'list_key_kin'],
  ['Delete', 'list_key_remove'],
  ['Ctrl+Z', 'list_key_undo'],
  ['/', 'list_key_find'],
  ['v 0 1 … 9', 'list_key_views'],
  ['Escape', 'list_key_leave'],
];

export interface KeysSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key of the list. */
export function KeysSheet({ isOpen, onClose }: KeysSheetProps) {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="pk-dialog pk-keys" aria-labelledby="pk-keys-title" onClose={onClose}>
      {isOpen && (
        <>
          <h2 id="pk-keys-title">{t('list_keys')}</h2>
          <table>
            <tbody>
              {KEYS.map(([keys, meaning]) => (
                <tr key={keys}>
                  <th scope="row">
                    {keys.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </th>
                  <td>{t(meaning)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <button type="button" class="pk-primary" onClick={onClose}>
            {t('card_close')}
          </button>
        </>
      )}
    </dialog>
  );
}
