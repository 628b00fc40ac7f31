import { useId, useState } from 'preact/hooks';
import type { Span } from '../core/summary/summary';
import { segments } from './highlight';
import { useMessages } from './messages';

/** Only so much of an abstract is shown, in UTF-16 units; the longest of 30,000 has 6,400. */
const ABSTRACT_SHOWN_MAX = 20_000;

export interface AbstractPartProps {
  readonly abstract: string;
  /** What the summary was made of; it is marked. */
  readonly spans: readonly Span[];
}

/** The whole abstract, folded away until the reader asks for more than the summary. */
export function AbstractPart({ abstract, spans }: AbstractPartProps) {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="pk-abstract">
      <button
        type="button"
        class="pk-secondary"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'detail_abstract_hide' : 'detail_abstract_show')}
      </button>
      <p id={id} hidden={!open} dir="auto">
        {open &&
          segments(abstract.slice(0, ABSTRACT_SHOWN_MAX), spans).map(({ text, marked }, at) =>
            marked ? <mark key={at}>{text}</mark> : text,
          )}
      </p>
    </div>
  );
}
