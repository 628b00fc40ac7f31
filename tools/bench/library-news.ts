/** What the process of a library is given: all titles, and those that are asked. */
export interface LibraryTask {
  readonly titles: readonly string[];
  readonly noisy: readonly { readonly asked: string; readonly title: string }[];
}

/** What it tells as it goes, so that a process that is stopped has told what it got. */
export type LibraryNews =
  | { readonly kind: 'built'; readonly ms: number; readonly heldBytes: number; readonly peakBytes: number }
  | { readonly kind: 'answered'; readonly pass: number; readonly ms: number; readonly isRight: boolean }
  | { readonly kind: 'done'; readonly peakBytes: number };
