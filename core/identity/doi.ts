/** The first DOI in a piece of text, lower case, its tail trimmed (brackets balanced, no full stop), or null. */
export function findDoi(_text: string): string | null {
  throw new Error('not built yet');
}

/** The DOI that a web address names (doi.org and publishers' `/doi/` addresses), or null. */
export function doiOfUrl(_url: URL): string | null {
  throw new Error('not built yet');
}
