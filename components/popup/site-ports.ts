/** A site that the reader has given to Paperkin for good. */
export interface GivenSite {
  /** As the browser keeps it: `https://notes.example/*`. */
  readonly pattern: string;
  /** As people say it: `notes.example`. */
  readonly host: string;
}

/** Where Paperkin works by itself. */
export interface Sites {
  /** The site of the current tab; null for what is no web site. */
  readonly here: {
    readonly host: string;
    /** `known` reads it anyway, `given` because the reader said so, `other` not. */
    readonly standing: 'known' | 'given' | 'other';
    /** Whether it was given by itself, and can be taken back by itself. */
    readonly given: GivenSite | null;
  } | null;
  readonly everywhere: boolean;
  readonly given: readonly GivenSite[];
}

/** What the popup asks about sites. None of these reject. */
export interface SitePorts {
  readonly sites: () => Promise<Sites>;
  /** Has the browser ask the reader for the site of the current tab, or for all. Only in the turn of a click; false when refused. */
  readonly giveSite: (which: 'here' | 'everywhere') => Promise<boolean>;
  /** Gives a site back, or all of the web where the reader had given that; false when the browser did not. */
  readonly takeBack: (which: GivenSite | 'everywhere') => Promise<boolean>;
}
