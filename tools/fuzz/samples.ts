import { packLine } from '../../core/formats/pack-line';
import { statementOf } from '../../core/formats/pack-writer';
import { BIBLIOGRAPHY_SAMPLES } from '../../core/formats/bibliography-samples';
import { backupOf } from '../../core/list-formats/backup';
import { BIRDS, DENSE, SPARSE } from '../../tests/samples/papers';
import { snapshotLines } from '../../tests/samples/import-files';

/** A file that is to be spoilt. */
export interface Sample {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PAPERS = [SPARSE, DENSE, BIRDS];
const MADE_AT = Date.UTC(2026, 10, 26);

const packText = [
  packLine({ paperkin: 'pack', version: 1, name: 'Birds', source: 'birds', papers: 3, madeBy: 'Paperkin' }),
  ...PAPERS.map((paper) => packLine(statementOf(paper))),
  packLine({ paperkin: 'end', papers: 3 }),
].join('\n');

const listText = backupOf(
  PAPERS.map((paper) => ({
    paper,
    status: 'read' as const,
    addedAt: MADE_AT,
    statusAt: MADE_AT,
    sourceUrl: null,
    tags: ['birds/sea'],
    note: '**Kites.**',
  })),
  { madeBy: 'Paperkin', madeAt: MADE_AT },
);

const work = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.1234/abc',
  title: 'A Work on Birds',
  publication_year: 2021,
  primary_location: { landing_page_url: 'https://example.org/1', source: { display_name: 'Works' } },
  authorships: [{ author: { display_name: 'Ada Lind' } }],
  abstract_inverted_index: { works: [1, 3], On: [0], and: [2] },
};
const scholar = {
  paperId: 'abc',
  externalIds: { ArXiv: '2201.00007', DOI: '10.1234/s2', CorpusId: 7 },
  title: 'A Scholarly Paper',
  abstract: 'It is scholarly.',
  authors: [{ authorId: '1', name: 'Ada Lind' }],
  year: 2022,
  openAccessPdf: { url: 'https://example.org/s2.pdf' },
};
const daily = {
  paper: {
    id: '2403.01234',
    authors: [{ name: 'Ada Lind' }],
    publishedAt: '2024-03-02T17:08:18.000Z',
    title: 'A Daily Paper',
    summary: 'In full.',
    upvotes: 3,
  },
  title: 'A Daily Paper',
  numComments: 1,
};
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>
<entry><id>http://arxiv.org/abs/2105.00099v2</id><published>2021-05-03T10:00:00Z</published><title>Feeds &amp; Their Readers</title>
<summary>Where a &lt; b.</summary><author><name>Ada Lind</name></author><category term="cs.DL"/></entry></feed>`;
const ACL = `<?xml version='1.0'?><collection id="2020.acl"><volume id="main"><meta><booktitle>Proceedings</booktitle><year>2020</year></meta>
<paper id="1"><title>Naming <fixed-case>B</fixed-case>irds</title><author><first>Ada</first><last>Lind</last></author>
<abstract>We name birds.</abstract><url hash="ab">2020.acl-main.1</url><doi>10.18653/v1/2020.acl-main.1</doi></paper></volume></collection>`;
const loose = [
  {
    title: 'A Loose Paper',
    authors: ['Ada Lind'],
    year: 2020,
    abstract: 'It is loose.',
    url: 'https://example.org/l',
  },
];

const TEXTS: readonly (readonly [format: string, name: string, text: string])[] = [
  ['pack', 'birds.paperkin', packText],
  ['backup', 'list.paperkin-list', listText],
  ['arxiv-snapshot', 'snapshot.json', snapshotLines(3)],
  ['arxiv-atom', 'feed.xml', ATOM],
  ['acl-xml', '2020.acl.xml', ACL],
  ['openalex', 'works.jsonl', `${JSON.stringify(work)}\n${JSON.stringify(work)}`],
  ['semantic-scholar', 's2.json', JSON.stringify({ total: 1, data: [scholar] })],
  ['hf-daily', 'daily.json', JSON.stringify([daily, daily])],
  ['json', 'papers.json', JSON.stringify(loose)],
  ...Object.entries(BIBLIOGRAPHY_SAMPLES).map(
    ([format, { fileName, text }]) => [format, fileName, text] as const,
  ),
];

/** One of each format, all written for us. */
export const SAMPLES: readonly Sample[] = TEXTS.map(([format, name, text]) => ({
  format,
  name,
  bytes: new TextEncoder().encode(text),
}));
