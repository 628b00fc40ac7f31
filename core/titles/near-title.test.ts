import { describe, expect, it } from 'vitest';
import { titleKey } from '../text/title-key';
import { nearness } from './near-title';
import { soughtTitle } from './sought-title';

function near(title: string, known: string): boolean {
  const [reading] = soughtTitle(title).readings;
  return reading !== undefined && nearness(reading, titleKey(known)) !== null;
}

describe('nearness', () => {
  it.each([
    ['Measuring the song of great tits in citties', 'Measuring the song of great tits in cities'],
    ['Measuring the song of great tits in city parks', 'Measuring the songs of great tits in city parks'],
    [
      'Leaming to sing: how young finches copy their fathers',
      'Learning to sing: how young finches copy their fathers',
    ],
    [
      'An eﬀicient count of starlings over large roosts at dusk',
      'An efficient count of starlings over large roosts at dusk',
    ],
    [
      'Arti cial light and the sleep of starlings in large roosts',
      'Artificial light and the sleep of starlings in large roosts',
    ],
    [
      'Counting the downstrearn nests of kingfishers and herons on slow rivers',
      'Counting the downstream nests of kingfishers and herons on slow rivers',
    ],
    [
      'A deªnition of song for parrots that never heard their parents sing',
      'A definition of song for parrots that never heard their parents sing',
    ],
    [
      'E cient counts of ocks of starlings in large roosts',
      'Efficient counts of flocks of starlings in large roosts',
    ],
    ['Ecient counts of starlings at dusk', 'Efficient counts of starlings at dusk'],
  ])('takes %j for %j', (read, known) => {
    expect(near(read, known)).toBe(true);
    expect(near(known, read)).toBe(true);
  });

  it.each([
    ['Off-diagonal book Ramsey numbers', 'Off-diagonal Ramsey numbers'],
    [
      'Robust off-diagonal book Ramsey numbers of very large and very sparse random graphs under deletion of edges',
      'Robust off-diagonal Ramsey numbers of very large and very sparse random graphs under deletion of edges',
    ],
    [
      'Owl2 technical report on night vision and hearing',
      'Owl2.5 technical report on night vision and hearing',
    ],
    [
      'The flight of swifts over open water in autumn, part I',
      'The flight of swifts over open water in autumn, part II',
    ],
    [
      'The flight of swifts over open water in autumn, II',
      'The flight of swifts over open water in autumn, IV',
    ],
    ['The flight of swifts over open water in autumn', 'The flight of swifts over open water in autumn I'],
    [
      'Song learning in birds of type A on islands in the north',
      'Song learning in birds of type B on islands in the north',
    ],
    [
      'Unsupervised sorting of the songs of garden birds by dialect',
      'Supervised sorting of the songs of garden birds by dialect',
    ],
    [
      'Counting swifts in the old towns of northern Italy by sound',
      'Counting tits in the old towns of northern Italy by sound',
    ],
    ['Swifts 1990', 'Swifts 1991'],
    [
      'Song learning in captive finches under the eye of a supervisor',
      'Song learning in captive finches under the eye of a supervision',
    ],
    [
      'A fast and sturdy detector of night calls for use on small islands',
      'A fast and sturdy detection of night calls for use on small islands',
    ],
    [
      'Listening to birds under strictly maximal noise in the city',
      'Listening to birds under strictly minimal noise in the city',
    ],
    // Two lost ligatures need 40 letters, as two wrong letters do.
    ['E cient counts of ocks of starlings', 'Efficient counts of flocks of starlings'],
    [
      'E cient counts of ocks of starling in large roosts',
      'Efficient counts of flocks of starlings in large roosts',
    ],
  ])('never takes %j for %j', (read, known) => {
    expect(near(read, known)).toBe(false);
    expect(near(known, read)).toBe(false);
  });
});
