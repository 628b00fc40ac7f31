import type { JSX } from 'preact';
import type { AddStore } from '../../components/list/import/add-store';
import type { ListImportPorts } from '../../components/list/import/ports';
import { ListSection } from '../../components/list/list-section';
import { ListLook } from '../../components/list/look/list-look';
import { ListStore } from '../../components/list/list-store';
import { whole } from '../../core/list-formats/listed-paper';
import { possibleDoubles } from '../../core/list-formats/possible-doubles';
import { previewImport } from '../../core/list-formats/preview';
import { checkedMarks } from '../../core/reading-list/stated-marks';
import { sampleListFiles } from '../../tests/samples/list-files';
import { sampleLookPorts } from '../../tests/samples/list-look';
import { cardOf, odd, paper, papers } from './fixtures';
import { addingTo, FEW, listPorts } from './list-screens';

const THEN = 1_773_489_600_000;
const NAME = 'My collection of thirty years.bib';

const record = (of: (typeof papers)[number], marks: object = {}) =>
  ({ ok: true, paper: of, line: 1, marks: checkedMarks(marks) }) as const;

function preview() {
  const near = { ...paper(5), id: 'title:near', arxiv: null, doi: null, authors: ['Ada Quay'] };
  const records = [
    ...papers.slice(30, 90).map((each) => record(each)),
    record(near),
    record(
      { ...paper(2), code: 'https://example.org/code' },
      { tags: ['from Zotero'], note: 'Read the proof again.' },
    ),
    record(paper(3), { status: 'read', statusAt: THEN + 1, starred: true }),
    record(paper(1), { tags: ['methods/attention'] }),
    { ok: false, reason: { kind: 'no-title' }, line: 214, excerpt: '@misc{x}' } as const,
    {
      ok: false,
      reason: { kind: 'open-value', field: 'abstract' },
      line: 1_380,
      excerpt: '@article{y',
    } as const,
  ];
  const found = previewImport(records, FEW.map(whole), THEN);
  return { ...found, doubles: possibleDoubles(found.fresh, FEW) };
}

const PORTS: Partial<ListImportPorts> = {
  read: async () => ({ ok: true, name: NAME, formats: ['BibTeX'], isCut: false, preview: preview() }),
};

type Script = (adding: AddStore) => unknown;

function list(ports: Partial<ListImportPorts>, script: Script): () => JSX.Element {
  return () => {
    const store = new ListStore(listPorts(FEW), sampleListFiles(THEN), 'en');
    const adding = addingTo(store, { ...PORTS, ...ports });
    void store.load().then(() => script(adding));
    return (
      <div class="pk-base pk-library" data-section="list">
        <main>
          <ListSection adding={adding} look={new ListLook(sampleLookPorts(), store)} />
        </main>
      </div>
    );
  };
}

const offer: Script = (adding) => adding.imports.offer(new Blob(), NAME);
const known: Partial<ListImportPorts> = {
  resolve: async (mentions) => ({
    ok: true,
    value: mentions.map((mention, at) => ({
      paperId: paper(at * 7).id,
      title: paper(at * 7).title,
      rule: 'arxiv',
      confidence: 1,
      status: mention.arxiv === '2110.11309' ? 'to-read' : null,
    })),
  }),
  card: async (id) => ({ ok: true, value: cardOf(papers.find((each) => each.id === id) ?? paper(0)) }),
  search: async () => ({
    ok: true,
    value: [paper(4), odd.long ?? paper(5), paper(6)].map((each) => ({ paper: each, status: null })),
  }),
};

/** Every state of papers on their way into the list, by name. */
export const importScreens: Readonly<Record<string, () => JSX.Element>> = {
  'list-import': list({}, offer),
  'list-import-reading': list({ read: () => new Promise(() => {}) }, offer),
  'list-import-unusable': list(
    { read: async () => ({ ok: false, name: 'paper.pdf', kind: 'unknown', looksLike: 'pdf' }) },
    offer,
  ),
  'list-import-done': list({}, async (adding) => {
    await offer(adding);
    await adding.imports.start();
  }),
  'list-add': list(known, (adding) => adding.take('arXiv:2110.11309v2', '')),
  'list-add-several': list(
    { ...known, resolve: async (mentions) => ({ ok: true, value: mentions.map(() => null) }) },
    (adding) =>
      adding.takeLinks([
        { href: 'https://arxiv.org/abs/2401.00007', title: '[2401.00007] Gulls in Northern Harbours' },
        { href: 'https://openreview.net/forum?id=aBc', title: null },
        { href: 'https://doi.org/10.1234/harbour.7', title: null },
        { href: 'https://example.org/', title: null },
      ]),
  ),
  'list-add-title': list(
    { ...known, resolve: async (mentions) => ({ ok: true, value: mentions.map(() => null) }) },
    (adding) => adding.take('gulls of the northern harbours', ''),
  ),
  'list-add-refused': list({}, (adding) => adding.takeTabs()),
};
