/** The letters and digits of a text in lower case: what a summary shares with the parts of the abstract it is made of. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
