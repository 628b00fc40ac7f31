import { expect, it } from 'vitest';
import { randomFrom } from '../map/random';
import { indexOf, paper } from './papers-under-test';

const WORDS = 'tide moon harbour ship salt anchor lighthouse wave rope gull quay mast sail reef'.split(' ');
/** More than are kept before the worst of them are let go of. */
const PAPERS = 400;
const MANY = 1_000;

/** Papers of three to thirty words, so that a score means little without the length of what has it. */
function papersOf(count: number) {
  const chance = randomFrom(5);
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: 3 + (at % 28) }, () => WORDS[Math.floor(chance() * WORDS.length)]);
    return paper(`p${at}`, `${words[0]} ${at}`, words.join(' '));
  });
}

const papers = papersOf(PAPERS);
const texts = papers.slice(0, 12);

it('has the best of all, however few are asked for', async () => {
  const index = await indexOf(papers);
  for (const text of texts) {
    const all = await index.kinCandidates(text, MANY);
    expect(all.length).toBeGreaterThan(PAPERS / 2);
    for (const few of [1, 3]) expect(await index.kinCandidates(text, few)).toEqual(all.slice(0, few));
  }
});

it('answers as if nothing had been asked before, also of a larger corpus', async () => {
  const [one, other] = [await indexOf(papers), await indexOf(papersOf(50))];
  for (const text of texts) {
    const first = await other.kinCandidates(text, MANY);
    await one.kinCandidates(text, MANY);
    expect(await other.kinCandidates(text, MANY)).toEqual(first);
  }
});
