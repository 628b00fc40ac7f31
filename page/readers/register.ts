import type { RenderCard } from '../card/card-view';
import type * as kit from './kit';
import type { Reader } from './reader';

/**
 * How the scripts of one page meet: the core script puts this on `globalThis.paperkin`, the site's script, which the
 * browser runs right after it, takes the kit and adds its readers. Both live in a world of their own, which no script of
 * the page sees.
 */
export interface Register {
  readonly kit: typeof kit;
  readonly readers: Reader[];
  /** Ends the copy of the core script that made this register, so that a second one in the same world can start. */
  readonly stop: () => void;
  /** Whether that copy is still at work: then a second start is none. */
  readonly isAtWork: () => boolean;
  /** Draws cards; there once a script of its own brought it (`page/load-card-view`). */
  renderCard?: RenderCard;
}

/** The world that content scripts of one extension share in one page. */
export interface PageWorld {
  paperkin?: Register;
}
