import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly hint: ComponentChildren;
  readonly action?: { readonly label: string; readonly busy?: boolean; readonly onClick: () => void };
}

/** A screen with nothing to list: says why, and what to do. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div class="pk-empty">
      <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
        <rect x="9" y="6" width="22" height="29" rx="3" />
        <rect class="pk-empty-near" x="17" y="13" width="22" height="29" rx="3" />
        <path d="M22 21h12M22 26.500h12M22 32h7" />
      </svg>
      <h2>{title}</h2>
      <p class="pk-hint">{hint}</p>
      {action && (
        <button
          type="button"
          class="pk-primary"
          aria-disabled={action.busy === true}
          onClick={() => action.busy !== true && action.onClick()}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
