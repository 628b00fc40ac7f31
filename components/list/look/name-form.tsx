import { useLayoutEffect, useRef } from 'preact/hooks';
import { VIEW_NAME_LENGTH_MAX, viewName } from '../../../core/reading-list/named-views';
import { CloseIcon } from '../../icons';
import { useMessages } from '../../messages';
import { useKeyDown } from '../../use-key-down';

export interface NameFormProps {
  /** What stands in the field at first. */
  readonly first: string;
  /** A name that can be kept. */
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
}

/** Asks for the name of a view. */
export function NameForm({ first, onName, onLeave }: NameFormProps) {
  const t = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  useKeyDown(form, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const name = viewName(field.current?.value ?? '');
    if (name === null) field.current?.focus();
    else onName(name);
  };
  return (
    <form class="pk-view-name" ref={form} onSubmit={submit}>
      <input
        type="text"
        ref={field}
        aria-label={t('list_view_name')}
        placeholder={t('list_view_name')}
        defaultValue={first}
        maxLength={VIEW_NAME_LENGTH_MAX}
        required
      />
      <button type="submit" class="pk-secondary">
        {t('list_view_save')}
      </button>
      <LeaveButton onLeave={onLeave} />
    </form>
  );
}

function LeaveButton({ onLeave }: Pick<NameFormProps, 'onLeave'>) {
  const t = useMessages();
  return (
    <button
      type="button"
      class="pk-icon-button"
      aria-label={t('card_close')}
      title={`${t('card_close')} (Escape)`}
      onClick={onLeave}
    >
      <CloseIcon />
    </button>
  );
}
