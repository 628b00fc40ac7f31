import { expect, it } from 'vitest';
import { textOfEscapes } from './latex-escapes';

it.each([
  ['5\\% \\& {BERT} \\_\\#\\$', '5% & BERT _#$'],
  ['Zo{\\"e} {\\c{c}} {\\H{o}} Stra{\\ss}e', 'Zoë ç ő Straße'],
  ['\\textbackslash{}emph\\textbraceleft{}x\\textbraceright{}', '\\emph{x}'],
  ['a-{}-b', 'a--b'],
])('reads %s', (latex, text) => {
  expect(textOfEscapes(latex)).toBe(text);
});

it.each(['$x$ \\%', '\\emph{x}', 'a~b \\%', 'a -- b \\%', "``a'' \\%", '\\"{e}', '{\\b a}', 'x\\'])(
  'leaves %s to the library',
  (latex) => {
    expect(textOfEscapes(latex)).toBeNull();
  },
);
