/** The version of the bundled corpus, compiled in so that a worker can compare it without reading the corpus. */
declare const CORPUS_VERSION: string;
