/** Why a record of a source is no paper: plain data that `components/library/import-words.ts` puts into words. */
export type RecordReason =
  | { readonly kind: PlainReason }
  /** More characters than are read of one record. */
  | { readonly kind: 'too-long'; readonly charsMax: number }
  /** A field of BibTeX whose brace or quotation mark is not closed. */
  | { readonly kind: 'open-value'; readonly field: string }
  /** What the source says it is instead: "dataset". */
  | { readonly kind: 'other-work'; readonly type: string }
  /** An answer that says that something went wrong, in the service's own words. */
  | { readonly kind: 'service-error'; readonly message: string }
  /** Papers that a pack says it has, and has not. */
  | { readonly kind: 'papers-missing'; readonly count: number };

type PlainReason =
  | 'no-title'
  /** A bracket, brace or tag is missing, or the file ends inside the record. */
  | 'not-closed'
  | 'broken-json'
  | 'no-object'
  | 'broken-xml'
  | 'broken-quotes'
  /** The first row of a table names no column of titles. */
  | 'no-title-column'
  /** A line of a pack that is not as it was written. */
  | 'changed'
  /** A pack without its last line. */
  | 'pack-cut'
  /** Without an identifier it would take the place, on the reading list, of another paper of the same title by other authors. */
  | 'title-taken';

/** What a file looks like that is none of papers. */
export type LooksLike =
  | 'empty'
  | 'pdf'
  | 'image'
  | 'media'
  | 'zip-inside'
  | 'gzip-inside'
  | 'foreign-archive'
  | 'tar'
  | 'database'
  | 'parquet'
  | 'office'
  | 'web-page'
  | 'json'
  | 'xml'
  | 'binary'
  | 'text'
  | 'empty-archive'
  | 'e-book'
  | 'program';
