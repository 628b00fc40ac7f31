/** For every format the same library: two papers about birds, between them a record that is none. */
interface Sample {
  readonly fileName: string;
  readonly text: string;
  /** Line of the record without a title. */
  readonly badLine: number;
}

/** By the id of the format. */
export const BIBLIOGRAPHY_SAMPLES: Readonly<Record<string, Sample>> = {
  bibtex: {
    fileName: 'birds.bib',
    badLine: 8,
    text: `@string{pob = "Proceedings of Birds"}
@inproceedings{lark2021,
  title = {Naming {B}irds by Se{\\~n}or's $\\beta$-Songs},
  author = {Lark, Zo{\\"e} and O. L. Owl}, booktitle = pob, year = 2021,
  doi = {10.1234/Birds.1}, abstract = {We name birds, 95\\% of them.}
}

@misc{proto, author = {__proto__, constructor}, __proto__ = {x}}
@article{wren2022, title = "Warblers, \\'{E}tudes", author = {Wren, Ida}, journal = {Birds},
  date = {2022-05-01}, eprint = {2205.06014}, archiveprefix = {arXiv}}
`,
  },
  ris: {
    fileName: 'birds.ris',
    badLine: 10,
    text: `TY  - CPAPER
TI  - Naming Birds by Señor's β-Songs
AU  - Lark, Zoë
AU  - Owl, O. L.
T2  - Proceedings of Birds
PY  - 2021
DO  - 10.1234/Birds.1
AB  - We name birds, 95% of them.
ER  - 
TY  - JOUR
AU  - __proto__
ER  - 
TY  - JOUR
T1  - Warblers,
  Études
A1  - Wren, Ida
JO  - Birds
DA  - 2022/05/01
UR  - https://arxiv.org/abs/2205.06014v2
ER  - 
`,
  },
  'csl-json': {
    fileName: 'birds.json',
    badLine: 9,
    text: `[
  {
    "id": "lark2021", "type": "paper-conference", "title": "Naming Birds by Señor's β-Songs",
    "author": [{ "family": "Lark", "given": "Zoë" }, { "literal": "O. L. Owl" }],
    "container-title": "Proceedings of Birds", "issued": { "date-parts": [[2021, 5]] },
    "DOI": "10.1234/Birds.1", "abstract": "We name birds, 95% of them."
  },

  { "id": "\\"}{", "type": "article", "__proto__": { "title": "x" }, "constructor": "x" },
  {
    "id": "wren2022", "type": "article-journal", "title": "Warblers, Études",
    "author": [{ "family": "Wren", "given": "Ida" }],
    "container-title": "Birds", "issued": { "raw": "May 2022" }, "URL": "https://arxiv.org/abs/2205.06014"
  }
]
`,
  },
  'zotero-json': {
    fileName: 'birds.json',
    badLine: 15,
    text: `{
  "config": { "id": "made", "label": "BetterBibTeX JSON", "options": {} },
  "collections": { "ABC": { "name": "Birds", "items": [1, 2] } },
  "items": [
    {
      "itemID": 1, "itemType": "conferencePaper", "title": "Naming Birds by Señor's β-Songs",
      "creators": [
        { "creatorType": "editor", "firstName": "Ed", "lastName": "Nest" },
        { "creatorType": "author", "firstName": "Zoë", "lastName": "Lark" },
        { "creatorType": "author", "name": "O. L. Owl" }
      ],
      "proceedingsTitle": "Proceedings of Birds", "date": "2021-05-00", "DOI": "10.1234/Birds.1",
      "abstractNote": "We name birds, 95% of them."
    },
    { "itemID": 2, "itemType": "journalArticle", "__proto__": { "title": "x" }, "constructor": "x" },
    { "itemID": 3, "itemType": "attachment", "title": "Full Text PDF", "url": "https://example.org/a.pdf" },
    {
      "itemID": 4, "itemType": "journalArticle", "title": "Warblers, Études",
      "creators": [{ "creatorType": "author", "firstName": "Ida", "lastName": "Wren" }],
      "publicationTitle": "Birds", "date": "May 2022", "extra": "arXiv: 2205.06014 [cs]",
      "tags": [{ "tag": "birds/song" }, { "tag": "Ethology", "type": 1 }], "dateAdded": "2022-06-01T10:00:00Z",
      "notes": ["<p>Reads well.</p><p>See &amp; compare.</p>", { "note": "<div>Again</div>" }]
    }
  ]
}
`,
  },
  'zotero-rdf': {
    fileName: 'birds.rdf',
    badLine: 24,
    text: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#">
    <bib:Article rdf:about="#item_1">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>Lark</foaf:surname><foaf:givenName>Zoë</foaf:givenName></foaf:Person></rdf:li>
            <rdf:li><foaf:Person><foaf:surname>Owl</foaf:surname><foaf:givenName>O. L.</foaf:givenName></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <dc:title>Naming Birds by Señor's &#946;-Songs</dc:title>
        <dcterms:abstract>We name birds, 95% of them.</dcterms:abstract>
        <dc:date>2021-05</dc:date>
        <link:link rdf:resource="#item_2"/>
    </bib:Article>
    <z:Attachment rdf:about="#item_2">
        <z:itemType>attachment</z:itemType>
        <dc:title>Full Text PDF</dc:title>
    </z:Attachment>
    <bib:Journal rdf:about="urn:issn:1234-5678">
        <dc:title>Proceedings of Birds</dc:title>
        <dc:identifier>DOI 10.1234/Birds.1</dc:identifier>
    </bib:Journal>
    <bib:Article rdf:about="#item_3">
        <z:itemType>__proto__</z:itemType>
    </bib:Article>
    <bib:Article rdf:about="https://arxiv.org/abs/2205.06014">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf><bib:Journal><dc:title>Birds</dc:title></bib:Journal></dcterms:isPartOf>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>Wren</foaf:surname><foaf:givenName>Ida</foaf:givenName></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <dc:title>Warblers, Études</dc:title>
        <dc:date>May 1, 2022</dc:date>
    </bib:Article>
    <z:Collection rdf:about="#collection_1"><dc:title>Songs</dc:title></z:Collection>
</rdf:RDF>
`,
  },
  'acl-xml': {
    fileName: '2021.birds.xml',
    badLine: 12,
    text: `<?xml version='1.0' encoding='UTF-8'?>
<collection id="2021.birds">
  <volume id="main">
    <meta><booktitle>Proceedings of Birds</booktitle><year>2021</year></meta>
    <frontmatter><url>2021.birds-main.0</url></frontmatter>
    <paper id="1">
      <title>Naming <fixed-case>B</fixed-case>irds by Señor's <tex-math>\\beta</tex-math>-Songs</title>
      <author><first>Zoë</first><last>Lark</last></author><author><first>O. L.</first><last>Owl</last></author>
      <abstract>We name birds, 95% of them.</abstract>
      <doi>10.1234/Birds.1</doi>
    </paper>
    <paper id="__proto__"><!-- <title>x</title> --></paper>
  </volume>
  <volume id="short">
    <meta><booktitle>Birds</booktitle><year>2022</year></meta>
    <paper id="1">
      <title>Warblers, Études</title>
      <author><first>Ida</first><last>Wren</last></author>
      <url>https://arxiv.org/abs/2205.06014</url>
    </paper>
  </volume>
</collection>
`,
  },
  csv: {
    fileName: 'birds.csv',
    badLine: 5,
    text: `Title,Author,Publication Title,Date,DOI,Url,Abstract Note,__proto__
Naming Birds by Señor's β-Songs,"Lark, Zoë; Owl, O. L.",Proceedings of Birds,2021-05,10.1234/Birds.1,,"We name birds,
95% of them.",x

,constructor,,,,,,
"Warblers, Études","Wren, Ida",Birds,5/2022,,https://arxiv.org/abs/2205.06014,,`,
  },
  'paper-memory': {
    fileName: 'memory.json',
    badLine: 8,
    text: `{
  "__dataVersion": 10105,
  "Birds-2021": {
    "title": "Naming Birds by Señor's β-Songs", "author": "Zoë Lark and O. L. Owl", "year": "2021",
    "venue": "Proceedings of Birds", "doi": "10.1234/Birds.1", "addDate": "2023-01-01", "codeLink": "",
    "pdfLink": "https://birds.example/1.pdf", "bibtex": "@article{x, title={\\"}\\"}}", "lastOpenDate": "2023-01-01"
  },
  "constructor": { "title": "  ", "author": "x" },
  "Arxiv-2205.06014": {
    "title": "Warblers,\\n Études", "author": "Wren, Ida", "year": 2022, "venue": "Birds", "source": "arxiv",
    "pdfLink": "https://arxiv.org/pdf/2205.06014v2.pdf"
  }
}
`,
  },
};
