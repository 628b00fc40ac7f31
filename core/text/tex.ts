import { TEX_ACCENTS, TEX_DRESSING, TEX_SYMBOLS } from './tex-commands';

const MAY_BE_TEX = /[\\{}$~`]|--|''|\^\d/;

/** Commands whose first argument is no text of the title. */
const ASIDES =
  /\\(?:textcolor|color|href|footnote|footnotemark|thanks|cite|citep|citet|label|hspace|vspace)\*? ?(?:\[[^[\]{}]{0,80}\] ?)?\{[^{}]{0,300}\}/g;

const FRACTION = /\\[dt]?frac ?\{([^{}]{1,80})\} ?\{([^{}]{1,80})\}/g;

const SUPERSCRIPTS = new Map(
  Array.from('0123456789+-ni', (plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ'.charAt(at)]),
);
const SUBSCRIPTS = new Map(
  Array.from('0123456789+-nijkpt', (plain, at) => [plain, '₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢⱼₖₚₜ'.charAt(at)]),
);

/** Raised or lowered characters, where Unicode has them all; otherwise the sign stays, unless it raises one sign. */
function script(_whole: string, sign: string, braced?: string, single?: string): string {
  const content = braced ?? single ?? '';
  const alphabet = sign === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = Array.from(content, (character) => alphabet.get(character));
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return /^[*']$/.test(content) ? content : sign + content;
}

function scriptsToUnicode(formula: string): string {
  return formula
    .replace(/([\^_]) ?(?:\{([^{}\\]{1,20})\}|([\p{L}\p{N}*+'-]))/gu, script)
    .replace(/[\^_] ?(?=\\)/g, '');
}

/** Inner text of `$…$`; a pair of dollar signs that is money ("from $5 to $10") is left alone. */
function formulaToText(whole: string, _sign: string, body: string): string {
  const isFormula = /[\\^_]/.test(body) || !/^\s|\s$/.test(body);
  if (!isFormula) return whole;
  const text = scriptsToUnicode(body);
  // "{}" keeps a closing command from swallowing the gap after the formula.
  return text.includes('\\') ? `${text}{}` : text;
}

function accented(_whole: string, accent: string, dotless?: string, letter?: string): string {
  return ((dotless ?? letter ?? '') + (TEX_ACCENTS.get(accent) ?? '')).normalize('NFC');
}

/** "\sqrtT" and "\textrmFlow" come from data that lost its braces: a known command, then a capital. */
function splitAtCapital(name: string): string {
  for (let end = name.length - 1; end >= 3; end -= 1) {
    if (!/[A-Z]/.test(name.charAt(end))) continue;
    const head = name.slice(0, end);
    if (TEX_DRESSING.has(head)) return name.slice(end);
    const symbol = TEX_SYMBOLS.get(head);
    if (symbol !== undefined) return symbol + name.slice(end);
  }
  return name;
}

/** An unknown command keeps its name: `\log`, `\LaTeX` and the authors' own macros (`\Q`) read well so. */
function word(name: string, space: string): string {
  if (TEX_DRESSING.has(name)) return '';
  const symbol = TEX_SYMBOLS.get(name);
  // TeX swallows the gap after any command; after a letter it has to go (Stra\ss e), beside an operator it reads well.
  if (symbol !== undefined) return /\p{L}/u.test(symbol) ? symbol : symbol + space;
  return splitAtCapital(name) + space;
}

function escaped(character: string): string {
  if (/[,;: \\]/.test(character)) return ' ';
  return /[()[\]!/@"'`^~=.-]/.test(character) ? '' : character;
}

function command(whole: string, name?: string, space?: string, character?: string): string {
  if (name !== undefined) return word(name, space ?? '');
  if (character !== undefined) return escaped(character);
  return whole === '\\' || whole === '{' || whole === '}' ? '' : whole;
}

/**
 * TeX and BibTeX markup as Unicode text: accents, letters, symbols, formulas, braces, ties, dashes and quotes.
 * Text without markup comes back unchanged. Expects runs of white space collapsed; linear in its length.
 */
export function texToText(text: string): string {
  if (!MAY_BE_TEX.test(text)) return text;
  return text
    .replace(ASIDES, '')
    .replace(/\\\\/g, ' ')
    .replace(FRACTION, '$1/$2')
    .replace(/(?<!\\)(\$\$?)([^$]{1,400})\1(?!\d)/g, formulaToText)
    .replace(/\^(?:\{(\d{1,3})\}|(\d)(?!\.?\d))/g, (whole, braced?: string, single?: string) =>
      script(whole, '^', braced, single),
    )
    .replace(
      /\\(["'`^~=.]|[uvHcdbkrt](?![A-Za-z])|(?:grave|acute|hat|tilde|bar|breve|ddot|dot|check)(?![A-Za-z])) ?\{? ?(?:\\([ij])(?![A-Za-z])|(\p{L}))/gu,
      accented,
    )
    .replace(/[{}]|\\(?:([A-Za-z]+)( ?)|([^A-Za-z])|$)/g, command)
    .replace(/(?<=\S)~(?=\S)/g, ' ')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”');
}
