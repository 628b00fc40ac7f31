import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly name: string;
  readonly hint: ComponentChildren;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A setting that is on or off. */
export function Switch({ name, hint, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="pk-setting">
      <label for={id}>
        <span class="pk-setting-name">{name}</span>
        <span class="pk-hint" id={`${id}-hint`}>
          {hint}
        </span>
      </label>
      <input
        type="checkbox"
        role="switch"
        class="pk-switch"
        id={id}
        aria-checked={isOn}
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    </div>
  );
}
