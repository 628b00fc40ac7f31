/** The first arXiv id in a piece of text, without version and prefix (`2110.06014`, `math/0211159`), or null. */
export function findArxivId(_text: string): string | null {
  throw new Error('not built yet');
}

/** The arXiv id that a web address names (arXiv and its mirrors, Hugging Face Papers, ...), or null. */
export function arxivIdOfUrl(_url: URL): string | null {
  throw new Error('not built yet');
}
