import type { Paper } from '../paper';
import { foldText } from '../text/fold';

/** A shorter family name ("Li", "Wu") stands in half of all references. */
const NAME_LETTERS_MIN = 4;
const AUTHORS_READ_MAX = 20;

/** Whether one of a paper's authors is named in a piece of text: the family name as a word of its own, with a capital. */
export function namesAuthor(text: string, { authors }: Pick<Paper, 'authors'>): boolean {
  const folded = ` ${wordsOf(text).join(' ')} `;
  return authors.slice(0, AUTHORS_READ_MAX).some((author) => {
    const words = wordsOf(familyName(author));
    const letters = words.join('').length;
    return letters >= NAME_LETTERS_MIN && folded.includes(` ${words.join(' ')} `);
  });
}

/** Words with a capital, in small letters without accents; others break a name. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}'’-]+/gu) ?? []).map((word) =>
    /^\p{Lu}|^(?:de|van|von|der|la|le|di|da|dos|del)$/u.test(word) ? foldText(word) : '·',
  );
}

/** "Yutong Feng", "Feng, Yutong" and "Y. Feng" have one. */
function familyName(author: string): string {
  const comma = author.indexOf(',');
  return comma > 0 ? author.slice(0, comma) : author.slice(author.trimEnd().lastIndexOf(' ') + 1);
}
