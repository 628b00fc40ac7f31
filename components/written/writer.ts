import type { Paper } from '../../core/paper';

/** Whether the browser has a language model of its own: none, one that it would first have to fetch, one that can be used now. */
export type ModelReadiness = 'absent' | 'to-fetch' | 'ready';

/** What became of fetching the model. */
export type FetchOutcome = 'ready' | 'cancelled' | 'failed';

export type WritingOutcome =
  | 'written'
  /** There is nothing to say of it: the reader does not want one, or the browser has no model, or it is no English abstract. */
  | 'off'
  /** The browser makes its model ready only in answer to a click. */
  | 'needs-click'
  | 'failed'
  | 'cancelled';

export interface WritingOptions {
  readonly signal: AbortSignal;
  /** Whether the reader has just clicked for it. */
  readonly isClicked: boolean;
  /** Gets all of the text so far each time there is more of it; the empty text when the model is set to work. */
  readonly onText: (text: string) => void;
}

/** Has the browser's own model write a summary of a paper, or remembers the one that it wrote. Never rejects. */
export type Write = (
  paper: Pick<Paper, 'id' | 'title' | 'abstract'>,
  options: WritingOptions,
) => Promise<WritingOutcome>;
