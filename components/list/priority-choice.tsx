import { PRIORITIES, type Priority } from '../../core/reading-list/entry';
import { useMessages } from '../messages';

export interface PriorityChoiceProps {
  /** Null for several entries, which may differ. */
  readonly value: Priority | null;
  readonly onChange: (priority: Priority) => void;
}

/** How urgent, as a native menu. */
export function PriorityChoice({ value, onChange }: PriorityChoiceProps) {
  const t = useMessages();
  const choose = (select: HTMLSelectElement) => {
    const chosen = PRIORITIES.find((each) => String(each) === select.value);
    if (value === null) select.value = '';
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <select
      class="pk-choice"
      aria-label={t('list_priority')}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) => choose(currentTarget)}
    >
      {value === null && (
        <option value="" disabled>
          {t('list_priority')}
        </option>
      )}
      {PRIORITIES.map((priority) => (
        <option key={priority} value={String(priority)}>
          {t(`list_priority_${priority}`)}
        </option>
      ))}
    </select>
  );
}
