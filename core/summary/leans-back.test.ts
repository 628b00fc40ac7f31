import { expect, it } from 'vitest';
import { leansBack } from './leans-back';

it.each<[boolean, string]>([
  [true, 'We solve these problems with graphs.'],
  [true, 'We introduce a method with both these desirable properties.'],
  [true, 'We unite the two via graphs.'],
  [false, 'This paper folds maps.'],
  [false, 'We mask the first image, and this masked image has to be folded.'],
  [false, 'Graphs fold maps better than those of previous work.'],
  [false, 'We unite the two kinds of maps.'],
])('%s: %s', (leans, sentence) => {
  expect(leansBack(sentence)).toBe(leans);
});
