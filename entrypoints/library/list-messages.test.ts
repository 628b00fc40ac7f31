import { expect, it } from 'vitest';
import { freshEntry } from '../../core/reading-list/entry';
import { samplePaper } from '../../tests/samples/papers';
import { asMessages, inMessages, outOfMessages, PART_PAPERS } from './list-messages';

const entries = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => freshEntry(samplePaper({ id: `made:${from + at}` }), 1, null));

const READ = {
  ok: true as const,
  name: 'many.bib',
  formats: ['BibTeX'],
  isCut: false,
  preview: {
    fresh: entries(0, 2 * PART_PAPERS + 1),
    changed: entries(9_000, 3).map((after) => ({ before: after, after, fields: ['note' as const] })),
    same: entries(10_000, PART_PAPERS),
    unreadable: [],
    doubles: [],
  },
};

it('says an answer in messages of a bounded size, and the whole again at their end', () => {
  const messages = [...inMessages(READ)];
  const sizes = messages.map((each) => {
    const { fresh, changed, same } = each.kind === 'part' ? each.groups : READ.preview;
    return each.kind === 'part' ? fresh.length + changed.length + same.length : 0;
  });
  expect(sizes).toEqual([PART_PAPERS, PART_PAPERS, 1, 3, PART_PAPERS, 0]);
  expect(JSON.stringify(messages.at(-1))).not.toContain('made:');
  const put = outOfMessages();
  const answers = messages.map(put);
  expect(answers.slice(0, -1).every((each) => each === null)).toBe(true);
  expect(answers.at(-1)).toEqual(READ);
});

it('asks in messages of a bounded size, what to read in the last', () => {
  const file = new Blob(['x']);
  const present = entries(0, PART_PAPERS + 1);
  const [first, second, ...rest] = asMessages(file, 'many.bib', present);
  expect([first, second]).toEqual([
    { kind: 'present', entries: present.slice(0, PART_PAPERS) },
    { kind: 'present', entries: present.slice(PART_PAPERS) },
  ]);
  expect(rest).toEqual([{ kind: 'read', file, name: 'many.bib' }]);
});

it('says at once that a file is none', () => {
  const source = { ok: false as const, name: 'a.pdf', kind: 'unreadable' as const, message: 'x' };
  expect([...inMessages(source)].map(outOfMessages())).toEqual([source]);
});
