import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { citationKeyBase, citationKeys } from './citation-keys';
import { listed } from './lists-under-test';

it.each([
  [{}, 'quay2024sparse'],
  [{ title: 'The Müller–Lyer Illusion', authors: ['Zoë van der Ångström'] }, 'vanderangstrom2024muller'],
  [{ title: 'On the Self-Supervised', authors: [], year: null }, 'anonndself'],
  [{ title: '波の観察', authors: ['山田太郎'] }, 'anon2024paper'],
  [{ title: 'A B', authors: ['Plato'] }, 'plato2024paper'],
  [{ title: '3D scenes', authors: ['J. Doe Jr.'] }, 'doe20243d'],
])('makes a key of %j', (facts, key) => {
  expect(citationKeyBase(samplePaper(facts))).toBe(key);
});

const paperOf = (number: number) =>
  samplePaper({ id: `arxiv:2401.0000${number}`, arxiv: `2401.0000${number}` });

it('tells papers apart in the order in which they were added, so that keys in use never change', () => {
  const list = [3, 1, 2].map((number) => listed(paperOf(number), { addedAt: number }));
  const keys = citationKeys(list);
  expect([1, 2, 3].map((number) => keys.get(paperOf(number).id))).toEqual([
    'quay2024sparse',
    'quay2024sparsea',
    'quay2024sparseb',
  ]);
  expect(citationKeys(list.toReversed())).toEqual(keys);
  const more = citationKeys([...list, listed(paperOf(4), { addedAt: 4 })]);
  expect([...keys].filter(([id, key]) => more.get(id) !== key)).toEqual([]);
});

it('goes on after z, and past a key that another paper has by itself', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    listed(samplePaper({ id: `arxiv:2401.${10_000 + at}` }), { addedAt: at + 1 }),
  );
  const own = listed(samplePaper({ id: 'x', title: 'Sparsea' }), { addedAt: 0 });
  const keys = [...citationKeys([own, ...many]).values()];
  expect(new Set(keys).size).toBe(31);
  expect(keys.slice(0, 3)).toEqual(['quay2024sparsea', 'quay2024sparse', 'quay2024sparseb']);
  expect(keys.at(-1)).toBe('quay2024sparsead');
});
