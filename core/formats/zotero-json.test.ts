import { describe, expect, it } from 'vitest';
import { BIBLIOGRAPHY_SAMPLES } from './bibliography-samples';
import { papersOf, readAll } from './format-under-test';
import { zoteroJsonFormat } from './zotero-json';

const { text } = BIBLIOGRAPHY_SAMPLES['zotero-json'] ?? { text: '' };

describe('Zotero JSON', () => {
  it('has tags, notes and the day of an item as marks', async () => {
    const last = (await readAll(zoteroJsonFormat, text)).at(-1);
    expect(last?.ok && last.marks).toMatchObject({
      tags: ['birds/song', 'Ethology'],
      note: 'Reads well.\nSee & compare.\n\nAgain',
      addedAt: Date.UTC(2022, 5, 1, 10),
    });
  });

  it('reads answers of the web API, whose items lie one level deeper', async () => {
    const item = {
      itemType: 'preprint',
      title: 'Gulls',
      creators: [],
      repository: 'arXiv',
      archiveID: 'arXiv:2205.06015',
    };
    const answer = JSON.stringify([
      { key: 'A', version: 1, data: item },
      { key: 'B', data: { itemType: 'note', note: '<p>x</p>' } },
    ]);
    expect(zoteroJsonFormat.fits(answer, '')).toBeGreaterThan(0.5);
    expect(await papersOf(zoteroJsonFormat, answer)).toMatchObject([
      { title: 'Gulls', arxiv: '2205.06015', venue: 'arXiv' },
    ]);
  });

  it.each(['{"title": "x", "items": []}', '[{"type": "article-journal", "title": "x"}]', 'itemType: book'])(
    'does not take %s for its own',
    (head) => expect(zoteroJsonFormat.fits(head, 'x.json')).toBe(0),
  );
});
