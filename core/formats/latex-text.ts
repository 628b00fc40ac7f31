import { parse } from '@retorquere/bibtex-parser';
import { clip } from '../text/well-formed';
import { textOfEscapes } from './latex-escapes';

/**
 * Longer text, deeper braces: no title, and the library takes seconds for it (nested \frac: 15 s at 4,000 characters; a plain run of
 * commands 0.1 ms a character). Twice the longest abstracts.
 */
const LATEX_CHARS_MAX = 10_000;
const DEPTH_MAX = 12;

/**
 * What goes past the library untouched, for `plainText` to read: formulas (the library drops what it does not know in
 * them), the logos (it raises and lowers their letters) and signs that files mean as themselves, though LaTeX would
 * not ("a < b" in its old font encoding is "a ¡ b", and "%" begins a comment).
 */
const ASIDE =
  /(?<!\\)(\$\$?)[^$]{1,400}(?<!\\)\1|\\(?:La|Xe|Lua|pdf|Bib)*TeX(?:e\b)?(?:\{\}|(?![A-Za-z]))|[<>|]|(?<!\\)%/g;
/** Private-use characters: a number between two marks stands for an aside, the third parts the values. */
const BEFORE = '\uF8F0';
const AFTER = '\uF8F1';
const BETWEEN = '\uF8F2';
const PRIVATE = /[\uF8F0-\uF8F2]/g;
const STANDS_FOR_ASIDE = new RegExp(`${BEFORE}(\\d{1,6})${AFTER}`, 'g');

/**
 * Values of BibTeX with their LaTeX commands as Unicode text. Formulas, braces and unknown commands stay as they are,
 * for `plainText`. Never throws: what the library cannot read comes back as it was.
 */
export function latexAsText(values: readonly string[]): readonly string[] {
  // Braces, ties, dashes and quotes need no library, and most values have no command.
  const known = new Map<string, string>();
  const hard: string[] = [];
  for (const value of values.filter(needsLibrary)) {
    const text = textOfEscapes(value);
    if (text === null) hard.push(value);
    else known.set(value, text);
  }
  const texts = hard.length === 0 ? [] : (converted(hard) ?? hard);
  for (const [at, value] of hard.entries()) known.set(value, texts[at] ?? value);
  return values.map((value) => known.get(value) ?? value);
}

function needsLibrary(value: string): boolean {
  if (!value.includes('\\') || value.length > LATEX_CHARS_MAX) return false;
  let depth = 0;
  let deepest = 0;
  for (const { 0: brace } of value.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest <= DEPTH_MAX;
}

/** All values of an entry in one call: a call costs as much as forty words. */
function converted(values: readonly string[]): readonly string[] | null {
  const asides: string[] = [];
  const text = values
    .map((value) =>
      value
        .replace(PRIVATE, '')
        // biblatex's own hyphens, which the library does not know.
        .replace(/\\(?:nb)?hyphen(?:\{\}|\s+|(?![A-Za-z]))/g, '-')
        .replace(ASIDE, (aside) => `${BEFORE}${asides.push(aside) - 1}${AFTER}`),
    )
    .join(BETWEEN);
  const read = libraryText(text);
  const texts = read?.split(BETWEEN) ?? [];
  if (texts.length !== values.length) return null;
  return texts.map((one) =>
    one.replace(STANDS_FOR_ASIDE, (_, number: string) => asides[Number(number)] ?? ''),
  );
}

function libraryText(latex: string): string | null {
  try {
    const { entries } = parse(`@misc{x,title={${latex}}}`, {
      english: false,
      sentenceCase: false,
      caseProtection: false,
      applyCrossRef: false,
      removeOuterBraces: [],
      unsupported: (_node, tex) => clip(tex, 1_000),
    });
    const title = entries[0]?.fields['title'];
    return typeof title === 'string' ? title : null;
  } catch {
    return null;
  }
}
