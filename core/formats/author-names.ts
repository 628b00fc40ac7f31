/** More names than any paper has; the paper itself keeps fewer. */
const NAMES_MAX = 1_000;
const SUFFIX = /^(?:jr|sr|[ivx]{1,4}|\d(?:nd|rd|th))\.?$/i;

/**
 * A name as people write it: "Berg, Jan" is "Jan Berg". With two commas one of the parts is a suffix: BibTeX has it
 * second ("King, Jr., Martin Luther"), RIS third ("King, Martin Luther, Jr.").
 */
export function nameInReadingOrder(name: string): string {
  const parts = name
    .split(',', 4)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [last = '', second, third] = parts;
  if (second === undefined) return last;
  if (third === undefined) return SUFFIX.test(second) ? `${last} ${second}` : `${second} ${last}`;
  return SUFFIX.test(second) ? `${third} ${last} ${second}` : `${second} ${last} ${third}`;
}

/** The names of BibTeX and PaperMemory: "and" between them, none that stands in braces; "others" is nobody. */
export function namesJoinedByAnd(text: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/[{}]|\sand(?=\s)/gi)) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (depth === 0 && names.length < NAMES_MAX) {
      names.push(text.slice(start, index).trim());
      start = index + mark.length;
    }
  }
  names.push(text.slice(start).trim());
  return names.filter((name) => name !== '' && !/^others$/i.test(name));
}

/**
 * The names of one cell of a table, in whichever way its tool joins them: semicolons, "and", bars, line ends; else
 * commas, where "Berg, Jan" is one person, "Jan Berg, Ada Lovelace" two, and "Berg, J., Lovelace, A." two as well.
 */
export function namesOfCell(cell: string): readonly string[] {
  const separator = [/;/, /\|/, /\n/, /\s(?:and|&)\s/i].find((one) => one.test(cell));
  if (separator !== undefined)
    return trimmed(cell.split(new RegExp(separator, 'gi'), NAMES_MAX)).flatMap((name) =>
      separator.source.includes('and') ? namesBetweenCommas(name) : [name],
    );
  return namesBetweenCommas(cell);
}

function namesBetweenCommas(text: string): readonly string[] {
  const parts = trimmed(text.split(',', NAMES_MAX));
  const [, second] = parts;
  if (second === undefined) return parts;
  if (parts.every((part) => part.includes(' '))) return parts;
  const isPairs = parts.length % 2 === 0 && (parts.length === 2 || isInitials(second));
  if (!isPairs) return parts;
  return parts.filter((_, at) => at % 2 === 0).map((last, at) => `${last}, ${parts[at * 2 + 1] ?? ''}`);
}

const isInitials = (text: string): boolean => /^(?:\p{Lu}\p{Ll}?\.?[ -]?){1,4}$/u.test(text);

const trimmed = (parts: readonly string[]): readonly string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
