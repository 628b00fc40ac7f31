import { describe, expect, it } from 'vitest';
import { csvFormat } from './csv';
import { badOf, papersOf, readAll } from './format-under-test';

const titles = async (text: string) => (await papersOf(csvFormat, text)).map(({ title }) => title);

describe('the tables of other tools', () => {
  const expected = {
    title: 'Naming Birds',
    authors: ['Zoë Lark', 'Ida Owl'],
    year: 2021,
    venue: 'Birds',
    doi: '10.1234/x',
  };
  it.each([
    [
      'Zotero',
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Date"\n"A","journalArticle","2021","Lark, Zoë; Owl, Ida","Naming Birds","Birds","10.1234/x","5/2021"',
    ],
    [
      'Scopus',
      'Authors,"Author full names","Author(s) ID",Title,Year,"Source title",DOI,Link\n"Lark Z.; Owl I.","Lark, Zoë (57190000001); Owl, Ida (57190000002)","1; 2","Naming Birds",2021,Birds,10.1234/x,https://birds.example/',
    ],
    [
      'Web of Science',
      'PT\tAU\tAF\tTI\tSO\tAB\tPY\tDI\nJ\tLark, Z; Owl, I\tLark, Zoë; Owl, Ida\tNaming Birds\tBirds\t\t2021\t10.1234/x',
    ],
    [
      'ASReview',
      "primary_title;authors;year;journal_name;doi\nNaming Birds;\"['Lark, Zoë', 'Owl, Ida']\";2021;Birds;https://doi.org/10.1234/x",
    ],
    ['people', 'year|title|authors|venue|doi\n2021|Naming Birds|Zoë Lark and Ida Owl|Birds|doi:10.1234/x'],
    ['Excel', 'sep=;\nTitle;Authors;Year;Journal;DOI\nNaming Birds;Zoë Lark, Ida Owl;2021;Birds;10.1234/X\n'],
  ])('%s', async (_, text) => {
    expect(await papersOf(csvFormat, text)).toMatchObject([expected]);
    expect(csvFormat.fits(text, 'x')).toBeGreaterThan(0.5);
  });
});

it('says once that a table has no titles, and does not take it for its own without being named so', async () => {
  const text = 'name of bird,colour\nlark,brown\nowl,grey\n';
  expect(await badOf(csvFormat, text)).toEqual([[1, 'no-title-column']]);
  expect(await readAll(csvFormat, text)).toHaveLength(1);
  expect(csvFormat.fits(text, 'x.txt')).toBe(0);
  expect(csvFormat.fits('Title of the song: lark, owl\nand more', 'x.txt')).toBeLessThan(0.5);
});

it('keeps line ends, doubled quotation marks and marks in the middle of a cell', async () => {
  const text = 'title,abstract\n"A ""Bird"", or\nTwo","x"\n5" Disks,y\nOwls,"z"\n';
  expect(await titles(text)).toEqual(['A "Bird", or Two', '5" Disks', 'Owls']);
});

it('loses one row to a quotation mark that is not closed', async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `Birds number ${at} of many,2020`);
  const text = `title,year\nLarks,2020\n"Owls,2020\n${rows.join('\n')}`;
  expect(await badOf(csvFormat, text)).toEqual([[3, 'broken-quotes']]);
  expect(await titles(text)).toHaveLength(9_001);
});

it('reads rows with too few and too many cells', async () => {
  expect(await titles('year,title,doi\n2020,Larks\n2020,Owls,,,,\n2020\n,,\n')).toEqual(['Larks', 'Owls']);
});
