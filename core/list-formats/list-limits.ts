/** A list beyond that is a corpus, and can be imported as one. Here, for pages name it that have no use for the parsers. */
export const LIST_RECORDS_MAX = 50_000;
