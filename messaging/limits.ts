/** Characters of a file for other machines: that of 10,000 papers with notes has 4 million. */
export const SYNC_FILE_CHARS_MAX = 20_000_000;
