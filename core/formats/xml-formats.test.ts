import { describe, expect, it } from 'vitest';
import { aclXmlFormat } from './acl-xml';
import { badOf, papersOf } from './format-under-test';
import { zoteroRdfFormat } from './zotero-rdf';

const titles = async (format: typeof aclXmlFormat, text: string) =>
  (await papersOf(format, text)).map(({ title }) => title);

const volume = (papers: string) => `<collection id="x"><volume>\n${papers}\n</volume></collection>`;
const library = (items: string) =>
  `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">\n${items}\n</rdf:RDF>`;
const article = (title: string, more = '') =>
  `<bib:Article rdf:about="#${title}"><z:itemType>journalArticle</z:itemType>${more}<dc:title>${title}</dc:title></bib:Article>\n`;

describe('ACL Anthology XML', () => {
  it('loses one paper to broken mark-up', async () => {
    const text = volume(
      '<paper id="1"><title>Larks</title>\n<paper id="2"><title>Owls</title></paper>\n<paper id="3"><title>Wrens</titel></paper>\n<paper id="4"><title>Gulls &amp;&nbsp;&lt;Terns></title></paper>\n<paper id="5"><title>Cut',
    );
    expect(await titles(aclXmlFormat, text)).toEqual(['Owls', 'Gulls & <Terns>']);
    expect(await badOf(aclXmlFormat, text)).toEqual([
      [2, 'not-closed'],
      [4, 'broken-xml'],
      [6, 'not-closed'],
    ]);
  });

  it('reads past comments and CDATA, and names its pages', async () => {
    const text = volume(
      '<!-- <paper id="0"><title>None</title> -->\n<paper id="1"><title><![CDATA[Larks </paper> & co]]></title><url>P19-1001</url>\n<author>Ida Owl</author><pwccode url="https://github.com/owl/larks">x</pwccode></paper><paper id="2"/>',
    );
    expect(await papersOf(aclXmlFormat, text)).toMatchObject([
      {
        title: 'Larks </paper> & co',
        authors: ['Ida Owl'],
        url: 'https://aclanthology.org/P19-1001',
        code: 'https://github.com/owl/larks',
        year: null,
        venue: null,
      },
    ]);
  });

  it('takes elements nested beyond reason for broken', async () => {
    const text = volume(
      `<paper id="1"><title>${'<b>'.repeat(5_000)}x${'</b>'.repeat(5_000)}</title></paper>`,
    );
    expect(await badOf(aclXmlFormat, text)).toEqual([[2, 'broken-xml']]);
  });
});

describe('Zotero RDF', () => {
  const partOf = '<dcterms:isPartOf rdf:resource="urn:issn:1"/>';
  const journal =
    '<bib:Journal rdf:about="urn:issn:1"><dc:title>Birds</dc:title><dc:identifier>DOI 10.1234/x</dc:identifier></bib:Journal>\n';

  it('waits for a journal, keeps the order, and gives its DOI to the first article only', async () => {
    const text = library(article('Larks', partOf) + article('Owls') + journal + article('Wrens', partOf));
    expect(await papersOf(zoteroRdfFormat, text)).toMatchObject([
      { title: 'Larks', venue: 'Birds', doi: '10.1234/x' },
      { title: 'Owls', venue: null, doi: null },
      { title: 'Wrens', venue: 'Birds', doi: null },
    ]);
  });

  it('does not wait for ever', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => article(`Birds ${at}`)).join('');
    const [first, ...others] = await papersOf(
      zoteroRdfFormat,
      library(article('Larks', partOf) + many + journal),
    );
    expect(first).toMatchObject({ title: 'Larks', venue: null });
    expect(others).toHaveLength(1_500);
  });

  it('loses one item to a tag that is not closed', async () => {
    const text = library(
      `${article('Larks').replace('</bib:Article>', '')}${article('Owls')}${article('Wrens')}`,
    );
    expect(await titles(zoteroRdfFormat, text)).toEqual(['Owls', 'Wrens']);
    expect(await badOf(zoteroRdfFormat, text)).toEqual([[2, 'not-closed']]);
  });

  it('leaves out notes and attachments, and reads addresses and preprints', async () => {
    const text = library(
      `<bib:Memo rdf:about="#n"><rdf:value>note</rdf:value></bib:Memo>\n${article(
        'Larks',
        '<dc:description>arXiv:2110.06014 [cs]</dc:description><dc:identifier><dcterms:URI><rdf:value>https://birds.example/</rdf:value></dcterms:URI></dc:identifier>',
      )}<z:Attachment rdf:about="#a"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>`,
    );
    expect(await papersOf(zoteroRdfFormat, text)).toMatchObject([
      { title: 'Larks', arxiv: '2110.06014', url: 'https://birds.example/' },
    ]);
    expect(await badOf(zoteroRdfFormat, text)).toEqual([]);
  });
});
