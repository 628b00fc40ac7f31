import { describe, expect, it, vi } from 'vitest';
import type { CorpusOverview } from '../../core/corpus/corpus-info';
import type { FoundFile } from '../../core/import/found-file';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { ImportProgress } from '../../core/import/import-progress';
import zh from '../../locales/zh_CN.json';
import { translateFrom } from '../messages';
import { CorporaStore } from './corpora-store';
import { errorTableWords } from './import-words';
import { ImportStore } from './import-store';
import type { LibraryPorts } from './ports';

const FOUND: FoundFile = {
  ok: true,
  name: 'field.json',
  title: null,
  fingerprint: 'f1',
  formats: ['BibTeX'],
  skipped: 0,
  papers: 3,
  isExact: true,
  categories: [],
  bytesPerPaper: 900,
};
const PROGRESS: ImportProgress = {
  phase: 'reading',
  papers: 2,
  duplicates: 0,
  filtered: 0,
  bad: 0,
  bytesDone: 1,
  bytesTotal: 2,
  papersPerSecond: null,
  secondsLeft: null,
  indexed: 0,
};
const DONE: ImportOutcome = {
  kind: 'done',
  corpusId: 'file-f1',
  name: 'field',
  progress: PROGRESS,
  trouble: null,
};
const corpus = {
  id: 'file-f0',
  name: 'My field',
  file: 'old.json',
  enabled: true,
  paperCount: 1,
  bytes: 1,
  importedAt: 0,
  errors: 0,
  repair: null,
};
const unfinished = {
  corpusId: 'file-f1',
  name: 'Begun',
  file: 'field.json',
  fingerprint: 'f1',
  papers: 1,
  startedAt: 0,
};
const NO_TITLE = { kind: 'no-title' } as const;
const file = new File(['x'], 'field.json');
const none = () => Promise.resolve({ ok: true as const, value: null });

function stores(changes: Partial<LibraryPorts> = {}, overview: Partial<CorpusOverview> = {}) {
  const ports: LibraryPorts = {
    overview: async () => ({ ok: true, value: { corpora: [corpus], unfinished: [], ...overview } }),
    rename: none,
    setEnabled: none,
    remove: none,
    clearVisited: none,
    abandon: none,
    errors: async () => ({ ok: true, value: [] }),
    tellChanged: vi.fn<LibraryPorts['tellChanged']>(none),
    space: async () => null,
    inspect: vi.fn<LibraryPorts['inspect']>(async () => FOUND),
    importFile: vi.fn<LibraryPorts['importFile']>(async () => DONE),
    pause: vi.fn<() => void>(),
    goOn: vi.fn<() => void>(),
    cancel: () => undefined,
    exportCorpus: async () => ({ kind: 'done', missing: 0 }),
    cancelExport: () => undefined,
    download: vi.fn<LibraryPorts['download']>(),
    ...changes,
  };
  const corpora = new CorporaStore(ports);
  return { ports, corpora, imports: new ImportStore(ports, corpora) };
}

describe('an offered file', () => {
  it('is imported under the name of the file, and the background is told', async () => {
    const { imports, ports } = stores();
    await imports.offer(file);
    await imports.start();
    expect(ports.importFile).toHaveBeenCalledWith(
      file,
      expect.objectContaining({ name: 'field', updates: null }),
      expect.any(Function),
    );
    expect(imports.state.value).toMatchObject({ kind: 'ended', outcome: DONE });
    expect(ports.tellChanged).toHaveBeenCalledOnce();
  });

  it('goes into the corpus that it was chosen for, once', async () => {
    const { imports, ports } = stores();
    imports.aimAt(corpus.id);
    await imports.offer(file);
    await imports.start();
    const plan = expect.objectContaining({ name: 'My field', updates: corpus.id }) as unknown;
    expect(ports.importFile).toHaveBeenLastCalledWith(file, plan, expect.any(Function));
    await imports.offer(file);
    expect(imports.state.value).toMatchObject({ form: { updates: { value: null } } });
  });

  it('is known as the one whose import was interrupted', async () => {
    const { imports } = stores({}, { unfinished: [unfinished] });
    await imports.offer(file);
    expect(imports.state.value).toMatchObject({ kind: 'offered', unfinished });
  });

  it('that nobody knows is told at once, and nothing is told to the background', async () => {
    const source = { ok: false, name: 'x', kind: 'unknown', looksLike: 'pdf' } as const;
    const { imports, ports } = stores({ inspect: async () => source });
    await imports.offer(file);
    expect(imports.state.value).toMatchObject({ kind: 'ended', outcome: { kind: 'unusable', source } });
    expect(ports.tellChanged).not.toHaveBeenCalled();
  });
});

describe('a running import', () => {
  it('shows its progress, pauses, and refuses a second file', async () => {
    const { imports, ports } = stores({
      importFile: (_file, _plan, onProgress) => {
        onProgress(PROGRESS);
        return new Promise(() => {});
      },
    });
    await imports.offer(file);
    void imports.start();
    imports.pause();
    expect(imports.state.value).toMatchObject({ kind: 'running', progress: PROGRESS, paused: true });
    await imports.offer(file);
    expect(imports.refusedSecond.value).toBe(true);
    expect(ports.inspect).toHaveBeenCalledOnce();
    imports.dismiss();
    imports.goOn();
    expect(imports.state.value).toMatchObject({ kind: 'running', paused: false });
  });
});

describe('a corpus', () => {
  it('that could not be changed says so, until something works', async () => {
    let answers = false;
    const refused = { ok: false as const, error: { code: 'storage', message: 'no' } };
    const { corpora } = stores({ rename: async () => (answers ? { ok: true, value: null } : refused) });
    await corpora.rename(corpus.id, 'Other');
    expect(corpora.trouble.value).toBe('library_change_failed');
    answers = true;
    await corpora.rename(corpus.id, 'Other');
    expect(corpora.trouble.value).toBeNull();
  });

  it('hands its errors out as a table that no spreadsheet runs', async () => {
    const errors = [{ file: 'a.bib', line: 7, reason: NO_TITLE, excerpt: '=HYPERLINK("x")\t\n@article' }];
    const { corpora, ports } = stores({ errors: async () => ({ ok: true, value: errors }) });
    await corpora.downloadErrors(corpus.id, corpus.name, errorTableWords(translateFrom(zh)));
    expect(ports.download).toHaveBeenCalledWith(
      'My field - errors.tsv',
      '文件\t行\t原因\t记录开头\na.bib\t7\t没有标题\t\'=HYPERLINK("x") @article\n',
    );
  });
});
