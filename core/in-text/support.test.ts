import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { FewTitles } from '../titles/few-titles';
import { namedPaper } from './support';
import type { BlockKind, TextBlock, TextSpan } from './text-block';

const paperOf = (title: string, authors: readonly string[] = ['Ada Quellmann', 'Li Wu']): Paper => ({
  ...samplePaper(),
  title,
  authors,
});
const MIDDLING = paperOf('Harbours Are All You Need');
const LONG = paperOf('Learning to Name Coastal Birds by Ear from Few Recordings');
const SHORT = paperOf('Harbour Attention Networks');
const TINY = paperOf('Harbours');
const NAMED = paperOf('Quay2.5 Technical Report');
/** Also known by its subtitle alone. */
const OTHER_NAME: Paper = {
  ...paperOf('Harbours Without Tides Today'),
  otherTitles: ['Quay2: Harbours Without Tides Today'],
};
const SMALL = paperOf('shoretools: Structured Notes for Frictionless Fieldwork');

/** Marks of a test: <link>, *emphasis*; the rest is text. */
function blockOf(marked: string, kind: BlockKind = 'text'): TextBlock {
  const spans: TextSpan[] = [];
  const open: { start: number; kind: 'link' | 'emphasis' }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '<') open.push({ start: text.length, kind: 'link' });
    else if (character === '*' && open.at(-1)?.kind !== 'emphasis')
      open.push({ start: text.length, kind: 'emphasis' });
    else if (character === '>' || character === '*') {
      const span = open.pop();
      if (span) spans.push({ ...span, end: text.length });
    } else text += character;
  }
  return { text, kind, spans };
}

function isNamed(paper: Paper, marked: string, kind?: BlockKind): boolean {
  const block = blockOf(marked, kind);
  const [place] = new FewTitles([{ title: paper.title, item: paper }]).find(block.text);
  if (!place) throw new Error('the title does not stand there');
  return namedPaper(block, { ...place, papers: [paper] }) !== null;
}

describe('namedPaper', () => {
  it.each<[string, Paper, string, BlockKind?]>([
    [
      'with the capitals of a title, in prose',
      MIDDLING,
      'We follow Harbours Are All You Need and add tides.',
    ],
    ['in quotation marks', MIDDLING, 'As in “harbours are all you need”, we add tides.'],
    ['as a link', MIDDLING, 'It began with <harbours are all you need> last year.'],
    ['in a reference', MIDDLING, 'A. Quellmann and L. Wu. Harbours are all you need. In Proc. Tides, 2021.'],
    ['before its authors', MIDDLING, 'Harbours Are All You Need Quellmann et al., 2021'],
    ['as bold text before a colon', MIDDLING, '*Harbours Are All You Need*: a network for tides'],
    ['as an item', MIDDLING, '3. Harbours are all you need (2021)', 'item'],
    ['with a label before it', MIDDLING, 'Paper: Harbours Are All You Need'],
    ['with its own name before it', OTHER_NAME, 'See Quay2: Harbours Without Tides Today.'],
    ['with a name before it that it may have', OTHER_NAME, 'See Mole3: Harbours Without Tides Today.'],
    ['before its conference', MIDDLING, 'Harbours Are All You Need ICML 2021'],
    ['in a list of two', LONG, `See ${LONG.title} and Harbours Are All You Need.`],
    [
      'when long, in sentence case',
      LONG,
      'See Learning to name coastal birds by ear from few recordings here.',
    ],
    ['when its name has a digit', NAMED, 'The Quay2.5 Technical Report says so.'],
    ['when short and linked', SHORT, 'Compare <Harbour Attention Networks>.'],
    ['when short, with an author', SHORT, 'Quellmann et al. Harbour attention networks. 2020.'],
    ['when of one word, quoted, with an author', TINY, 'Quellmann, A. “Harbours”. Tides 3, 2019.'],
    [
      'when its own first letter is small',
      SMALL,
      'Also shoretools: structured notes for frictionless fieldwork.',
    ],
    [
      'in a script without capitals',
      paperOf('港口注意力网络的可迁移性研究方法综述与展望'),
      '参见《港口注意力网络的可迁移性研究方法综述与展望》。',
    ],
  ])('takes a title %s', (_how, paper, marked, kind) => {
    expect(isNamed(paper, marked, kind)).toBe(true);
  });

  it.each<[string, Paper, string, BlockKind?]>([
    ['an ordinary phrase', MIDDLING, 'For a sailor harbours are all you need in winter.'],
    ['the head of a longer title', MIDDLING, 'Harbours Are All You Need: Tides Revisited, Voss 2022', 'item'],
    ['the end of a longer title in a link', MIDDLING, '<Rethinking Harbours Are All You Need>'],
    ['the beginning of a longer title in a heading', MIDDLING, 'Harbours Are All You Need Again', 'heading'],
    ['a title that goes on', MIDDLING, 'and Harbours Are All You Need for Lighthouses as well'],
    ['the first part of a series', MIDDLING, 'and Harbours Are All You Need 2 as well'],
    [
      'a long phrase in small letters',
      paperOf('Naming Coastal Birds by Ear from Recordings'),
      'and naming coastal birds by ear from recordings is hard',
    ],
    ['a term', SHORT, 'Harbour attention networks are common.'],
    ['the heading of a section', SHORT, 'Harbour Attention Networks', 'heading'],
    ['a word', TINY, '<Harbours>'],
    ['a reproduction', LONG, `<[Re] ${LONG.title}>`],
    ['a link whose title goes on', LONG, `<${LONG.title} and at Night>`],
    ['a title that goes on beyond', LONG, `See ${LONG.title} and Beyond.`],
    [
      'what has the name of its title with another number',
      OTHER_NAME,
      'See Quay3: Harbours Without Tides Today.',
    ],
    ['what has that name without a number', OTHER_NAME, 'See Quay: Harbours Without Tides Today.'],
    ['a word with an author in a sentence', TINY, 'Quellmann likes Harbours in winter.'],
  ])('leaves %s', (_what, paper, marked, kind) => {
    expect(isNamed(paper, marked, kind)).toBe(false);
  });

  it('takes of two papers of one title the one whose author stands near', () => {
    const other = paperOf(MIDDLING.title, ['Bo Falkenrath']);
    const block = blockOf('Falkenrath. Harbours Are All You Need. 2020.');
    const [place] = new FewTitles([{ title: other.title, item: other }]).find(block.text);
    const papers = [MIDDLING, other];
    expect(namedPaper(block, { start: 0, end: 0, ...place, papers })).toBe(other);
  });
});
