import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly hint: ComponentChildren;
  readonly action?: { readonly label: string; readonly busy?: boolean; readonly onClick: () => void };
  /** To a page of the web, in a tab of its own. */
  readonly link?: { readonly label: string; readonly href: string };
  /** Other ways on, less likely ones. */
  readonly more?: ComponentChildren;
  /** Something is listed above: it takes no more room than its words. */
  readonly isBelow?: boolean;
}

/** A screen with nothing to list: says why, and what to do. */
export function EmptyState({ title, hint, action, link, more, isBelow = false }: EmptyStateProps) {
  return (
    <div class={isBelow ? 'pk-empty pk-empty-below' : 'pk-empty'}>
      {!isBelow && <EmptyPicture />}
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
      {link && (
        <a class="pk-primary" href={link.href} target="_blank" rel="noreferrer">
          {link.label}
        </a>
      )}
      {more}
    </div>
  );
}

function EmptyPicture() {
  return (
    <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      <rect x="9" y="6" width="22" height="29" rx="3" />
      <rect class="pk-empty-near" x="17" y="13" width="22" height="29" rx="3" />
      <path d="M22 21h12M22 26.500h12M22 32h7" />
    </svg>
  );
}
