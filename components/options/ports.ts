import type { SettingsFileFault } from '../../core/settings-file/settings-file';
import type { Answer, SettingsPorts } from '../popup/ports';
import type { SitePorts } from '../popup/site-ports';
import type { SyncPorts } from '../sync/ports';
import type { VisitedPorts } from './visited-store';

/** A key of the browser that Paperkin answers to. */
export interface BrowserKey {
  /** As the manifest has it. */
  readonly name: string;
  /** Empty where the manifest has none. */
  readonly description: string;
  /** As the browser writes it: `Alt+Shift+K`; empty while the reader has given it none. */
  readonly shortcut: string;
}

/** What became of a file of settings. */
export type SettingsImport =
  | {
      readonly kind: 'done';
      readonly offSites: number;
      /** Pages with a title that is not the paper. */
      readonly deniedPages: number;
      /** Views of the reading list. */
      readonly views: number;
      /** What was in the file and could not be used. */
      readonly leftOut: number;
    }
  | { readonly kind: 'refused'; readonly fault: SettingsFileFault }
  /** The browser could not read the file, or not keep what was in it. */
  | { readonly kind: 'failed' };

/** Everything the options ask of the world. None of these reject. */
export interface OptionsPorts extends SitePorts, SettingsPorts, SyncPorts, VisitedPorts {
  /** Host names of the sites that are switched off. */
  readonly offSites: () => Promise<readonly string[]>;
  readonly keys: () => Promise<readonly BrowserKey[]>;
  /** Opens the browser's own page of keys. */
  readonly changeKeys: () => void;
  /** Hands the reader a file with their choices; not ok when they could not be read. */
  readonly exportSettings: () => Promise<Answer<null>>;
  readonly importSettings: (file: File) => Promise<SettingsImport>;
  /** The version since which the reader has not looked at what is new; null when there was no update since. */
  readonly newsSince: () => Promise<string | null>;
  readonly noteNewsSeen: () => Promise<void>;
  /** Of Paperkin: `0.2.1`. */
  readonly version: string;
}
