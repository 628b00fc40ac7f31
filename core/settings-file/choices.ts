import type { PaperId } from '../paper';
import type { NamedView } from '../reading-list/named-views';
import type { Settings } from '../settings';

/** All that the reader chose about how Paperkin works, but for what only the browser can give (rights to sites, keys). */
export interface Choices {
  readonly settings: Settings;
  /** Host names of the sites that are switched off, each once. */
  readonly offSites: readonly string[];
  /** What "Not this paper" was said of, by the address of the page. */
  readonly denied: ReadonlyMap<string, readonly PaperId[]>;
  /** Views of the reading list, each with a name of its own. */
  readonly views: readonly NamedView[];
}
