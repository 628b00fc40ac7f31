import { TEX_ACCENTS, TEX_SYMBOLS } from '../text/tex-commands';

const BRACES: ReadonlyMap<string, string> = new Map([
  ['textbraceleft', '{'],
  ['textbraceright', '}'],
]);

/** An escaped sign, a named one with "{}" behind it, a letter or an accented letter in braces of its own, and bare braces. */
const ESCAPE =
  /\\([&%$#_])|\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\{\}|\{\\(ss|ae|AE|oe|OE|o|O|l|L|i|aa|AA)\}|\{\\(["'`^~=.])([A-Za-z])\}|\{\\([uvHcdkr])\{([A-Za-z])\}\}|[{}]/g;
/** What TeX makes something else of than it is: ties, formulas, dashes, quotation marks. */
const NOT_AS_IT_IS = /[~\\$]|--|``|''|,,|[?!]`/;

/**
 * Text of LaTeX that holds the commonest escapes and accents alone; null for any other, which the library reads. An abstract
 * that says "5\%" takes the library some 40 ms, and this none.
 */
export function textOfEscapes(latex: string): string | null {
  if (NOT_AS_IT_IS.test(latex.replace(ESCAPE, (whole) => (/^[{}]$/.test(whole) ? whole : ' ')))) return null;
  return latex
    .replace(
      ESCAPE,
      (
        _whole,
        sign?: string,
        name?: string,
        letter?: string,
        a?: string,
        base?: string,
        b?: string,
        of?: string,
      ) => {
        if (sign !== undefined) return sign;
        const command = name ?? letter;
        if (command !== undefined) return BRACES.get(command) ?? TEX_SYMBOLS.get(command) ?? '';
        return (base ?? of ?? '') + (TEX_ACCENTS.get(a ?? b ?? '') ?? '');
      },
    )
    .normalize('NFC');
}
