import type { ComponentType } from 'preact';
import type { MessageKey } from '../messages';
import { AboutPart } from './about-part';
import { FilePart } from './file-part';
import { KeysPart } from './keys-part';
import { OnPagesPart } from './on-pages-part';
import type { OptionsStore } from './options-store';
import { PrivacyPart } from './privacy-part';
import { SitesPart } from './sites-part';
import { SyncPart } from '../sync/sync-part';

export interface OptionsPart {
  /** As it stands in the address: `#options/sites`. */
  readonly id: string;
  readonly name: MessageKey;
  readonly Part: ComponentType<{ readonly store: OptionsStore }>;
}

/** The parts of the options in their order, each in a file of its own. The first is shown where the address names none. */
export const PARTS: readonly [OptionsPart, ...OptionsPart[]] = [
  { id: 'pages', name: 'options_pages', Part: OnPagesPart },
  { id: 'sites', name: 'options_sites', Part: SitesPart },
  { id: 'machines', name: 'sync_title', Part: SyncPart },
  { id: 'privacy', name: 'options_privacy', Part: PrivacyPart },
  { id: 'keys', name: 'options_keys', Part: KeysPart },
  { id: 'file', name: 'options_file', Part: FilePart },
  { id: 'about', name: 'options_about', Part: AboutPart },
];
