import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  /** What the picker offers first, as an input's `accept`; everything unless said. */
  readonly accept?: string;
  readonly isDisabled?: boolean;
  readonly onFile: (file: File) => Promise<void>;
}

/** A button that lets the reader choose one file. */
export function FileButton({ label, accept, isDisabled = false, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="pk-secondary"
        disabled={isDisabled}
        onClick={() => picker.current?.click()}
      >
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen twice in a row.
          if (file) void onFile(file).finally(() => (currentTarget.value = ''));
        }}
      />
    </>
  );
}
