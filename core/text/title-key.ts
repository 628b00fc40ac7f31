/** The normal form under which two spellings of one title are equal; '' when nothing of it is a letter or digit. */
export function titleKey(_title: string): string {
  throw new Error('not built yet');
}

/** Title keys to try for a title as it stands on a page, best first: as it is, then without numbering, prefixes, tails. */
export function titleKeyCandidates(_title: string): readonly string[] {
  throw new Error('not built yet');
}

/** A title as people read it: one line, TeX and entities turned into text, descriptors such as "Title:" dropped. */
export function plainTitle(_title: string): string {
  throw new Error('not built yet');
}
