import { expect, it } from 'vitest';
import { safeFileName } from './file-name';

it.each([
  ['arXiv, all of it', 'arXiv, all of it.paperkin'],
  ['../../etc/passwd', 'etc passwd.paperkin'],
  ['a<b>:"c"|?*\u0000d', 'a b c d.paperkin'],
  ['report\u202Efdp.exe', 'report fdp.exe.paperkin'],
  ['re\u200Bport\u00AD', 'report.paperkin'],
  ['CON', 'Paperkin.paperkin'],
  [' … . ', '….paperkin'],
  ['...', 'Paperkin.paperkin'],
  ['数'.repeat(300), `${'数'.repeat(100)}.paperkin`],
])('%s is the file %s', (name, fileName) => expect(safeFileName(name, '.paperkin')).toBe(fileName));
