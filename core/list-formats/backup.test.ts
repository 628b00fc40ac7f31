import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BIRDS, DENSE, SPARSE } from '../../tests/samples/papers';
import { readAll } from '../formats/format-under-test';
import { packLine } from '../formats/pack-line';
import { BACKUP_VERSION, backupFormat, backupOf } from './backup';
import { readListFile } from './list-imports';
import { listed, MADE_AT } from './lists-under-test';

const LIST = [SPARSE, DENSE, BIRDS].map((paper) => listed(paper));
const FACTS = { madeBy: 'Paperkin 0.1.0', madeAt: MADE_AT };
const text = backupOf(LIST, FACTS);
const badIn = async (changed: string) =>
  (await readAll(backupFormat, changed)).flatMap((record) =>
    record.ok ? [] : [[record.line, record.reason]],
  );
const goodIn = async (changed: string) =>
  (await readAll(backupFormat, changed)).flatMap((record) => (record.ok ? [record.paper.id] : []));

describe('a backup', () => {
  it('says first what it is, of which version, how many entries it has', () => {
    const [first = ''] = text.split('\n');
    expect(JSON.parse(first)).toMatchObject({
      paperkin: 'list',
      version: BACKUP_VERSION,
      entries: 3,
      madeBy: 'Paperkin 0.1.0',
      made: '2026-11-26T00:00:00.000Z',
    });
  });

  it('is read from gzip too', async () => {
    const packed = gzipSync(new TextEncoder().encode(text));
    const file = await readListFile(new Blob([packed as BlobPart]), 'list.paperkin-list.gz');
    expect(file).toMatchObject({ ok: true, formats: ['Paperkin'] });
    expect(file.ok ? file.records.length : 0).toBe(3);
  });

  it('of a newer layout is refused in clear words', async () => {
    const newer = text.replace('"version":1', '"version":7');
    expect(await readListFile(new Blob([newer]), 'x')).toEqual({
      ok: false,
      name: 'x',
      kind: 'newer',
      pack: { version: 7, versionKnown: BACKUP_VERSION, madeBy: 'Paperkin 0.1.0' },
    });
  });

  it('names the line that was changed and keeps the others', async () => {
    const changed = text.replace('Dense Attention', 'Fence Attention');
    expect(await badIn(changed)).toEqual([[3, { kind: 'changed' }]]);
    expect(await goodIn(changed)).toEqual([SPARSE.id, BIRDS.id]);
  });

  it.each([
    ['between two lines', text.split('\n').slice(0, 3).join('\n'), 2],
    ['within a line', text.slice(0, text.indexOf('Counting')), 2],
    ['before its last line', text.split('\n').slice(0, 4).join('\n'), 3],
  ])('that was cut %s says so', async (_where, cut, good) => {
    expect((await badIn(cut)).map(([, reason]) => reason)).toEqual([{ kind: 'pack-cut' }]);
    expect((await goodIn(cut)).length).toBe(good);
  });

  it('says how many entries are missing', async () => {
    const lines = text.split('\n');
    const without = [...lines.slice(0, 2), ...lines.slice(3)].join('\n');
    expect(await badIn(without)).toEqual([[4, { kind: 'papers-missing', count: 1 }]]);
  });

  it('may be two that were joined', async () => {
    expect(await badIn(text + text)).toEqual([]);
    expect((await goodIn(text + text)).length).toBe(6);
  });

  it('is read the same wherever its text is cut', async () => {
    expect(await readAll(backupFormat, text, [1, 50, 51, 300, 301, 700])).toEqual(
      await readAll(backupFormat, text),
    );
  });

  it('believes no mark that cannot be', async () => {
    const line = packLine({
      paper: { title: 'Tides', arxiv: 'javascript:alert(1)', url: 'javascript:alert(1)', year: 99_999 },
      status: 'devoured',
      starred: 'yes',
      tags: [1, ' a / b ', 'A/B', ''],
      note: 7,
      priority: 9,
      addedAt: -1,
      statusAt: 1e300,
      openedAt: '2026-11-26',
      sourceUrl: 'javascript:alert(1)',
    });
    const [record] = await readAll(backupFormat, `${text.split('\n', 1)[0]}\n${line}\n`);
    expect(record?.ok && record.marks).toEqual({
      status: null,
      starred: null,
      tags: ['a/b'],
      note: '',
      priority: null,
      addedAt: null,
      statusAt: null,
      openedAt: MADE_AT,
      sourceUrl: null,
    });
    expect(record?.ok && record.paper).toMatchObject({
      id: 'title:tides',
      arxiv: null,
      url: null,
      year: null,
    });
  });
});
