import { gzipSync } from 'fflate';
import type { Chance } from '../bench/noise';

/** What break files of one format or another: brackets, marks, ends of lines, names with a meaning, formulas, mark-up. */
const TOKENS = [
  ...'{ } [ ] ( ) " \' \\ , : ; = # % & < > / @ | \n \r\n \t'.split(' '),
  ...'__proto__ constructor prototype toString hasOwnProperty null true -1 1e999 NaN'.split(' '),
  '"__proto__":{"polluted":1},',
  '@string{a = a # a # a}',
  '@article{k,title={x}}',
  '\nTY  - JOUR\nTI  - x\nER  - \n',
  '<title>',
  '</paper>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>',
  '&b;',
  '<![CDATA[',
  '<!--',
  '\0',
  '\uFEFF',
  '\uD800',
  '\u202E',
  '=HYPERLINK("http://example.org")',
  '+cmd|x',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '](javascript:alert(1))',
  '---\ntags: [a]\n---',
] as const;

const REPEATS_MAX = 3_000;
const CHANGES_MAX = 8;

const below = (chance: Chance, end: number): number => Math.floor(chance() * end);
const oneOf = <T>(items: readonly T[], chance: Chance): T => items[below(chance, items.length)] as T;

function withToken(text: string, chance: Chance): string {
  const at = below(chance, text.length + 1);
  const isRun = chance() < 0.05;
  const token: string = oneOf(TOKENS, chance);
  return (
    text.slice(0, at) +
    token.repeat(isRun ? below(chance, REPEATS_MAX) : 1) +
    text.slice(at + (chance() < 0.3 ? token.length : 0))
  );
}

/** A piece of the text goes, comes twice, or stands elsewhere; a line or any stretch. */
function withMovedPiece(text: string, chance: Chance): string {
  const lines = text.split('\n');
  if (chance() < 0.5 && lines.length > 1) {
    const [line = ''] = lines.splice(below(chance, lines.length), chance() < 0.5 ? 1 : 0);
    lines.splice(below(chance, lines.length + 1), 0, ...(chance() < 0.5 ? [line, line] : []));
    return lines.join('\n');
  }
  const from = below(chance, text.length + 1);
  const to = Math.min(text.length, from + below(chance, 200));
  const at = below(chance, text.length + 1);
  const piece = text.slice(from, to);
  if (chance() < 0.4) return text.slice(0, from) + text.slice(to);
  return text.slice(0, at) + piece + text.slice(at);
}

function withBadBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const spoilt = bytes.slice(0, chance() < 0.2 ? below(chance, bytes.length + 1) : bytes.length);
  for (let left = 1 + below(chance, CHANGES_MAX); left > 0 && spoilt.length > 0; left--)
    spoilt[below(chance, spoilt.length)] = below(chance, 256);
  return spoilt;
}

/** The file with some of it changed: by structure, by tokens, by bytes, each time in another mixture; one in ten in gzip, which may be spoilt too. */
export function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let left = below(chance, CHANGES_MAX); left > 0; left--)
    text = chance() < 0.6 ? withToken(text, chance) : withMovedPiece(text, chance);
  const plain: Uint8Array = new TextEncoder().encode(text);
  const spoilt = chance() < 0.3 ? withBadBytes(plain, chance) : plain;
  if (chance() > 0.1) return spoilt;
  const packed: Uint8Array = gzipSync(spoilt);
  return chance() < 0.5 ? withBadBytes(packed, chance) : packed;
}
