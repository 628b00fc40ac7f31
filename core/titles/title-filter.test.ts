import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../map/random';
import {
  ASKED_MAX,
  FIRST_LETTERS,
  MORE_LETTERS,
  SHORT_LETTERS,
  StretchHashes,
  TitleFilter,
} from './title-filter';

const unitsOf = (key: string) => Uint16Array.from(key, (letter) => letter.charCodeAt(0));
const hashOf = (key: string, letters = key.length) =>
  new StretchHashes(unitsOf(key), key.length).of(0, letters);
const keys = fc.array(
  fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: SHORT_LETTERS, maxLength: 60 }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

function madeKeys(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed);
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  return Array.from({ length: count }, () => Array.from({ length: 40 }, letter).join(''));
}

describe('TitleFilter', () => {
  it('may have the beginnings of every title that it was given, by one and by many', () => {
    fc.assert(
      fc.property(keys, (titles) => {
        const filter = TitleFilter.for(titles.length);
        for (const title of titles) filter.add(title);
        for (const title of titles) {
          const isLong = title.length > FIRST_LETTERS;
          expect(
            filter.mayHave(hashOf(title, isLong ? FIRST_LETTERS : SHORT_LETTERS), isLong ? 'first' : 'short'),
          ).toBe(true);
          const isWhole = title.length < MORE_LETTERS;
          expect(
            filter.mayHave(hashOf(title, isWhole ? title.length : MORE_LETTERS), isWhole ? 'whole' : 'more'),
          ).toBe(true);
        }
      }),
    );
  });

  it('answers of many what it answers of each', () => {
    const filter = TitleFilter.for(300);
    const known = madeKeys(300, 1);
    for (const title of known) filter.add(title);
    const asked = [...known.slice(0, ASKED_MAX / 2), ...madeKeys(ASKED_MAX / 2, 2)].map((key) =>
      hashOf(key, FIRST_LETTERS),
    );
    const answers = new Uint8Array(ASKED_MAX);
    filter.mayHaveEach(Int32Array.from(asked), 'first', answers);
    expect([...answers]).toEqual(asked.map((hash) => Number(filter.mayHave(hash, 'first'))));
    expect(answers.slice(0, ASKED_MAX / 2).every((answer) => answer === 1)).toBe(true);
  });

  it('says yes in vain no more often than once in thirty', () => {
    const filter = TitleFilter.for(5_000);
    for (const title of madeKeys(5_000, 1)) filter.add(title);
    const others = madeKeys(5_000, 2).filter((key) => filter.mayHave(hashOf(key, FIRST_LETTERS), 'first'));
    expect(others.length).toBeLessThan(5_000 / 30);
  });

  it('puts its bits where stored filters have them', () => {
    const filter = TitleFilter.for(1_000_000);
    filter.add('deepharbours');
    filter.add('attentionisallthatgullsneedinlargeroosts');
    const set: string[] = [];
    filter.bits.forEach((byte, at) => void (byte !== 0 && set.push(`${at}:${byte}`)));
    expect(set.join(' ')).toMatchInlineSnapshot(
      `"470848:2 470854:4 470856:8 470860:16 470865:32 470870:1 1131030:64 1131033:2 1131038:32 1131045:2 1131046:32 1340675:32 1340701:2 1340702:128 1340711:16 1340726:128 1340727:32 1461971:8 1461980:128 1461981:2 1461983:2 1461988:16 1461996:128 2278221:1 2278243:66 2278247:3 2278265:1"`,
    );
  });
});
