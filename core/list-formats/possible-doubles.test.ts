import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { possibleDoubles } from './possible-doubles';

const titled = (id: string, title: string) => ({ paper: samplePaper({ id, title, doi: null, arxiv: null }) });
const TITLE = 'Counting the gulls of northern harbours by their calls';

it('names a listed paper of nearly the same title', () => {
  const present = [titled('a', TITLE), titled('b', 'Counting the gulls of northern islands')];
  expect(
    possibleDoubles(
      [titled('c', 'Counting the gulls of northern harbors by their calls'), titled('d', 'Tides')],
      present,
    ),
  ).toMatchObject([{ paperId: 'c', other: { id: 'a', title: TITLE }, isListed: true }]);
});

it('names a paper of the same file once, the second time it comes', () => {
  const found = possibleDoubles([titled('a', TITLE), titled('b', `${TITLE}.`)], []);
  expect(found).toMatchObject([{ paperId: 'b', other: { id: 'a' }, isListed: false }]);
});

it('leaves instalments and short titles alone', () => {
  const series = [1, 2, 3].map((number) => titled(`s${number}`, `${TITLE}, part ${number}`));
  expect(possibleDoubles(series, [])).toEqual([]);
  expect(possibleDoubles([titled('a', 'Introduction')], [titled('b', 'Introduction')])).toEqual([]);
});
