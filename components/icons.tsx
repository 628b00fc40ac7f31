interface IconProps {
  readonly path: string;
  readonly filled?: boolean;
  /** Whether it points the other way where text runs from the right. */
  readonly turns?: boolean;
}

/** Line icons on a 16 px grid, in the colour of the text; the button around them carries the name. */
function Icon({ path, filled = false, turns = false }: IconProps) {
  return (
    <svg
      class={turns ? 'pk-icon pk-icon-turns' : 'pk-icon'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={path}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const BackIcon = () => <Icon path="M9.5 3.5 5 8l4.5 4.5" turns />;
export const CloseIcon = () => <Icon path="m4 4 8 8M12 4l-8 8" />;
/** Two sliders: at 16 px a gear is a blot. */
export const SettingsIcon = () => (
  <Icon path="M2.5 5h5M10.5 5h3M9 3.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM2.5 11h2M7.5 11h6M6 9.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z" />
);
/** A window with a column at its side. */
export const PanelIcon = () => (
  <Icon path="M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM9.5 3v10" />
);
export const SearchIcon = () => (
  <Icon path="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4l3.1 3.1" />
);
export const PinIcon = ({ pinned }: { readonly pinned: boolean }) => (
  <Icon filled={pinned} path="M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" />
);
export const StarIcon = ({ filled }: { readonly filled: boolean }) => (
  <Icon
    filled={filled}
    path="m8 2.2 1.75 3.6 3.95.55-2.87 2.76.7 3.93L8 11.17 4.47 13.04l.7-3.93L2.3 6.35l3.95-.55Z"
  />
);
