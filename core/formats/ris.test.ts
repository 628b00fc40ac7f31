import { expect, it } from 'vitest';
import { badOf, papersOf, readAll } from './format-under-test';
import { risFormat } from './ris';

it('starts a record at TY where the end of the one before was forgotten', async () => {
  const text = 'TY  - JOUR\nTI  - Larks\nTY  - JOUR\nTI  - Owls\nER  -\nTY  - BOOK\nT1  - Wrens';
  expect((await papersOf(risFormat, text)).map(({ title }) => title)).toEqual(['Larks', 'Owls', 'Wrens']);
});

it('reads tags with fewer gaps, and lines without a tag as more of the value before', async () => {
  const text =
    'TY - JOUR\nTI - Naming Birds:\na Tale\nAB  -We name\n\n  AND - count - birds\nPY  -2020\nER  -\n';
  expect(await papersOf(risFormat, text)).toMatchObject([
    { title: 'Naming Birds: a Tale', abstract: 'We name AND - count - birds', year: 2020 },
  ]);
});

it('takes a DOI from M3 only where it is one, and names in three parts', async () => {
  const text =
    'TY  - JOUR\nTI  - Birds\nAU  - King,Martin Luther,Jr.\nM3  - Journal Article\nM3  - 10.1234/x\nER  - \n';
  expect(await papersOf(risFormat, text)).toMatchObject([
    { doi: '10.1234/x', authors: ['Martin Luther King Jr.'] },
  ]);
});

it('reads tags with the gaps that hand-made files have', async () => {
  const text = 'TY -  BOOK\nT1  - Larks\nER  - \n';
  expect(risFormat.fits(text, '')).toBeGreaterThan(0.9);
  expect(await papersOf(risFormat, text)).toMatchObject([{ title: 'Larks' }]);
});

it('leaves out what stands between records, and reports records without a title', async () => {
  const text = 'Exported 2020\n\nTY  - JOUR\nTI  - Larks\nER  - \nNL  - http://x\nTY  - GEN\nER  - \n';
  expect(await readAll(risFormat, text)).toHaveLength(2);
  expect(await badOf(risFormat, text)).toEqual([[7, 'no-title']]);
});

it('reports a record that is too long and reads the next', async () => {
  const text = `TY  - JOUR\nTI  - Larks\nN1  - ${'x'.repeat(1_100_000)}\nER  - \nTY  - JOUR\nTI  - Owls\nER  - \n`;
  expect(await badOf(risFormat, text)).toEqual([[1, 'too-long']]);
  expect(await papersOf(risFormat, text)).toMatchObject([{ title: 'Owls' }]);
});
