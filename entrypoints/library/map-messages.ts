import type { MapOutcome, MapPart } from '../../components/map/map-store';
import type { MapPaper } from '../../core/map/paper-map';

/** What the page asks of its map worker, once: a map of a corpus, or of papers that it hands over. */
export type MapRequest =
  | { readonly kind: 'corpus'; readonly corpusId: string; readonly papersMax: number }
  | { readonly kind: 'papers'; readonly papers: readonly MapPaper[]; readonly total: number };

/** What the worker says, the outcome last. */
export type MapReply =
  | { readonly kind: 'part'; readonly part: MapPart }
  | { readonly kind: 'outcome'; readonly outcome: MapOutcome };
