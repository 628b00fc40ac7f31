import { expect, it } from 'vitest';
import { papersOf } from './format-under-test';
import { looseJsonFormat } from './loose-json';

it.each([
  ['[{"title":"T","lang":"en"},{"title":"U"}]', '[{"givenName":"Ada","familyName":"Lind"}]'],
  ['{"title":"T","translatedTitle":null}', '[{"name":"Ada Lind"}]'],
])('takes the first of several titles: %s', async (titles, creators) => {
  const text = `{"doi":"10.1234/x","titles":${titles},"creators":${creators}}`;
  expect(await papersOf(looseJsonFormat, text)).toMatchObject([{ title: 'T', authors: ['Ada Lind'] }]);
});
