import { foldText } from '../text/fold';
import { INLINE_TAG } from '../text/plain-text';
import { TEX_DRESSING } from '../text/tex-commands';

/** Only so much of a text is read, in UTF-16 units. */
const STREAM_CHARS_MAX = 8_000_000;

/**
 * A text as the letters and digits that title keys are made of, each with its place in the text: line breaks, hyphens,
 * spaces and punctuation are gone, so that a title that crosses them is one stretch of letters.
 */
export interface LetterStream {
  readonly length: number;
  /** UTF-16 units of the letters. */
  readonly units: Uint16Array;
  /** Offset in the text of the character that each letter came from. */
  readonly origins: Uint32Array;
  /** Bit 1: a word begins with this letter. Bit 2: a word ends with it. */
  readonly edges: Uint8Array;
}

/** Stands between texts that are looked through together: no title has it, so none goes across. */
export const WALL = '\u2029';

export const WORD_BEGINS = 1;
export const WORD_ENDS = 2;

const enum Kind {
  Gap,
  Small,
  Capital,
  Digit,
  /** Of a script that writes no spaces: every one is a word. */
  Unspaced,
}

const TAG = new RegExp(INLINE_TAG.source, 'iy');
/** `\emph{`, and accents such as `\c{c}`; of `\"o` the signs alone are no letters. */
const COMMAND = /\\([A-Za-z]{1,20})(\*?)(?=(\{?))/y;
const ACCENT = /^[uvHcdbkrt]$/;
const LONGEST_TAG = 320;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const CAPITAL = /\p{Lu}/u;
const DIGIT = /\p{N}/u;
const SIGN_OF_LETTER: ReadonlyMap<string, string> = new Map(
  Object.entries({ '*': 'star', '∗': 'star', '⋆': 'star', '★': 'star', '♯': 'sharp', '#': 'sharp' }),
);
/** Inside a word these part nothing: "Alzheimer's", "pre-training", "Diels–Alder". */
const JOINS = /['’‘\-‐‑–\u00AD]/;

/** The letters of a text. Never throws; linear in the length. */
export function letterStream(text: string): LetterStream {
  const reader = new StreamWriter(text);
  return reader.read();
}

/** Letters of characters beyond ASCII, which fold slowly; a text uses few different ones. */
class FoldedCharacters {
  readonly #known = new Map<string, { readonly letters: string; readonly kind: Kind }>();

  of(character: string) {
    let folded = this.#known.get(character);
    if (!folded) {
      const letters = foldText(character);
      folded = { letters, kind: kindOf(character, letters) };
      this.#known.set(character, folded);
    }
    return folded;
  }
}

function kindOf(character: string, letters: string): Kind {
  if (letters === '') return Kind.Gap;
  if (UNSPACED.test(character)) return Kind.Unspaced;
  if (DIGIT.test(character)) return Kind.Digit;
  return CAPITAL.test(character) ? Kind.Capital : Kind.Small;
}

class StreamWriter {
  readonly #text: string;
  readonly #end: number;
  readonly #folded = new FoldedCharacters();
  #units: Uint16Array;
  #origins: Uint32Array;
  #edges: Uint8Array;
  #length = 0;
  #kind = Kind.Gap;
  /** Whether a hyphen or the like stands before the next letter. */
  #isJoined = false;
  #wordStart = 0;

  constructor(text: string) {
    this.#text = text;
    this.#end = Math.min(text.length, STREAM_CHARS_MAX);
    const room = this.#end + 64;
    this.#units = new Uint16Array(room);
    this.#origins = new Uint32Array(room);
    this.#edges = new Uint8Array(room);
  }

  read(): LetterStream {
    for (let at = 0; at < this.#end;) at += this.#step(at);
    this.#endWord();
    const length = this.#length;
    return {
      length,
      units: this.#units.subarray(0, length),
      origins: this.#origins.subarray(0, length),
      edges: this.#edges.subarray(0, length),
    };
  }

  /** Reads what stands at an offset and says how long it is. */
  #step(at: number): number {
    const code = this.#text.charCodeAt(at);
    if (code >= 97 && code <= 122) return this.#smallLetters(code, at);
    if (code >= 65 && code <= 90) this.#letter(code + 32, at, Kind.Capital);
    else if (code >= 48 && code <= 57) this.#letter(code, at, Kind.Digit);
    else if (code === 32 || code === 10) this.#gap();
    else return this.#oddCharacter(at, code);
    return 1;
  }

  /** A letter and those straight after it, which nothing parts: most of a text goes through here. */
  #smallLetters(first: number, at: number): number {
    this.#letter(first, at, Kind.Small);
    const [text, units, origins] = [this.#text, this.#units, this.#origins];
    const end = Math.min(this.#end, at + units.length - this.#length);
    let length = this.#length;
    let next = at + 1;
    for (; next < end; next += 1) {
      const code = text.charCodeAt(next);
      if (code < 97 || code > 122) break;
      units[length] = code;
      origins[length++] = next;
    }
    this.#length = length;
    return next - at;
  }

  #oddCharacter(at: number, code: number): number {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (character === '<') return this.#tag(at);
    if (character === '\\') return this.#command(at);
    if (character === WALL) {
      this.#gap();
      this.#letter(code, at, Kind.Unspaced);
      return 1;
    }
    if (this.#joins(character, at)) {
      this.#isJoined = true;
      return character.length;
    }
    const sign = this.#signOfLetter(character, at);
    if (sign !== '') this.#letters(sign, at, Kind.Small);
    else if (character === '&' || character === '+')
      this.#letters(foldText(character), at, this.#kind === Kind.Gap ? Kind.Small : this.#kind);
    else if (code < 128) this.#gap();
    else this.#foreign(character, at);
    return character.length;
  }

  #foreign(character: string, at: number): void {
    const { letters, kind } = this.#folded.of(character);
    // Marks over letters and signs without shape part no words.
    if (letters === '' && /[\p{M}\p{Lm}\p{Sk}\p{Cf}]/u.test(character)) return;
    if (letters === '') this.#gap();
    else this.#letters(letters, at, kind);
  }

  #tag(at: number): number {
    TAG.lastIndex = 0;
    const tag = TAG.exec(this.#text.slice(at, at + LONGEST_TAG));
    if (!tag) this.#gap();
    return tag ? tag[0].length : 1;
  }

  /** TeX that dresses letters up is no part of a title; any other command may be a word of it. */
  #command(at: number): number {
    this.#gap();
    COMMAND.lastIndex = at;
    const [whole = '', name = '', , brace] = COMMAND.exec(this.#text) ?? [];
    const isDress = TEX_DRESSING.has(name) || (ACCENT.test(name) && brace === '{');
    return isDress ? whole.length : 1;
  }

  /** Also the point of "2.5". */
  #joins(character: string, at: number): boolean {
    if (this.#kind === Kind.Gap) return false;
    if (JOINS.test(character)) return true;
    return character === '.' && this.#kind === Kind.Digit && /^\d$/.test(this.#text.charAt(at + 1));
  }

  /** A*, D*, C#: a sign straight after a word of one letter is spoken. */
  #signOfLetter(character: string, at: number): string {
    const sign = SIGN_OF_LETTER.get(character);
    if (sign === undefined || this.#kind === Kind.Gap || this.#kind === Kind.Digit) return '';
    const isOneLetter = this.#length - this.#wordStart === 1 && this.#origins[this.#length - 1] === at - 1;
    return isOneLetter ? sign : '';
  }

  #letters(letters: string, at: number, kind: Kind): void {
    for (let index = 0; index < letters.length; index += 1)
      this.#letter(
        letters.charCodeAt(index),
        at,
        index === 0 ? kind : kind === Kind.Capital ? Kind.Small : kind,
      );
  }

  #letter(unit: number, at: number, kind: Kind): void {
    if (this.#length === this.#units.length) this.#grow();
    const begins = partsWords(this.#kind, kind) && !(this.#isJoined && kind !== Kind.Unspaced);
    this.#isJoined = false;
    if (begins) {
      this.#endWord();
      this.#wordStart = this.#length;
    }
    this.#units[this.#length] = unit;
    this.#origins[this.#length] = at;
    this.#edges[this.#length] = begins ? WORD_BEGINS : 0;
    this.#length += 1;
    this.#kind = kind;
  }

  #gap(): void {
    this.#isJoined = false;
    if (this.#kind === Kind.Gap) return;
    this.#endWord();
    this.#kind = Kind.Gap;
  }

  #endWord(): void {
    const last = this.#length - 1;
    if (last >= 0) this.#edges[last] = (this.#edges[last] ?? 0) | WORD_ENDS;
  }

  #grow(): void {
    const room = this.#units.length * 2;
    const units = new Uint16Array(room);
    const origins = new Uint32Array(room);
    const edges = new Uint8Array(room);
    units.set(this.#units);
    origins.set(this.#origins);
    edges.set(this.#edges);
    [this.#units, this.#origins, this.#edges] = [units, origins, edges];
  }
}

/** Words also begin where a space was lost: "2003Clinical", "theGraph". */
function partsWords(before: Kind, now: Kind): boolean {
  if (before === Kind.Gap || now === Kind.Unspaced || before === Kind.Unspaced) return true;
  if ((before === Kind.Digit) !== (now === Kind.Digit)) return true;
  return before === Kind.Small && now === Kind.Capital;
}

/** Letters `start` to `end` of a stream as a string, at most a few thousand. */
export function lettersOf({ units }: LetterStream, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end));
}
