import {
  type PaperFacts,
  type Reader,
  pageMention,
  paperOfHref,
  textOf,
  titleNodes,
  withoutFragment,
  yearOf,
} from '../kit';
import { tableReader } from '../table-reader';

/** Google's domains (google.com/supported_domains, 2026-11): match patterns know no wildcard at the end of a host. */
function scholarHosts(): readonly string[] {
  const lists = {
    '': 'com cat ad ae al am as at az ba be bf bg bi bj bs bt by ca cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es fi fm fr ga ge gg gl gm gr gy hn hr ht hu ie im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn mu mv mw ne nl no nr nu pl pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tl tm tn to tt vu ws',
    'com.':
      'af ag ar au bd bh bn bo br bz co cu cy do ec eg et fj gh gi gt hk jm kh kw lb ly mm mt mx my na ng ni np om pa pe pg ph pk pr py qa sa sb sg sl sv tj tr tw ua uy vc vn',
    'co.': 'ao bw ck cr id il in jp ke kr ls ma mz nz th tz ug uk uz ve vi za zm zw',
  };
  return Object.entries(lists).flatMap(([prefix, list]) =>
    list.split(' ').map((name) => `*://scholar.google.${prefix}${name}/*`),
  );
}

// The mark lets the build drop the list, which is for the manifest alone, from the script.
export const matches: readonly string[] = /* @__PURE__ */ scholarHosts();

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * result   .gs_r[data-cid] .gs_ri h3.gs_rt, .gs_a; "[PDF]" is span.gs_ctc, "[CITATION]" span.gs_ctu | .gs_r .gs_ri
 * profile  tr.gsc_a_tr a.gsc_a_at, .gs_gray (authors, then venue), .gsc_a_y                       | the same
 * citation #gsc_oci_title, .gsc_oci_field with .gsc_oci_value, #gsc_oci_descr                      | #gsc_title, .gsc_field
 * The text below a result is a snippet, not the abstract. Titles that are cut off end in "…" and stay so.
 */
const BYLINE_PARTS = /\s+-\s+/;

/** "J Devlin, MW Chang… - arXiv preprint arXiv:1810.04805, 2018 - arxiv.org" */
function besides(row: Element): PaperFacts {
  const [names = '', published = ''] = textOf(row.querySelector('.gs_a')).split(BYLINE_PARTS);
  const authors = names.split(',').map((name) => name.replace('…', '').trim());
  const [, venue = ''] = /^(.*?),?\s*(?:(?:19|20)\d\d)?$/.exec(published) ?? [];
  return { authors: authors.filter((name) => name !== ''), year: yearOf(published.slice(-4)), venue };
}

const results = tableReader({
  name: 'scholar-results',
  rows: [
    {
      row: '.gs_ri',
      title: '.gs_rt',
      notTitle: '.gs_ctu, .gs_ctc, .gs_ctg, .gs_ctg2, .gs_ct1, .gs_ct2',
      more: besides,
    },
    {
      row: '.gsc_a_tr',
      title: '.gsc_a_at',
      authors: '.gs_gray:first-of-type',
      venue: '.gs_gray + .gs_gray',
      year: '.gsc_a_y',
    },
  ],
});

const CITATION_TITLE = '#gsc_oci_title, #gsc_title';
/** A description that is shorter is a remark ("Published by …"). */
const ABSTRACT_MIN_CHARS = 150;

function fieldOf(doc: Document, name: RegExp): string {
  const labels = [...doc.querySelectorAll('.gsc_oci_field, .gsc_field')];
  const label = labels.find((each) => name.test(textOf(each)));
  return textOf(label?.nextElementSibling ?? null);
}

/** One citation of a profile, on a page of its own or above the profile. */
const citation: Reader = {
  name: 'scholar-citation',
  about: 'list',
  fits: (_url, doc) => doc.querySelector(CITATION_TITLE) !== null,
  *read(doc, url) {
    const element = doc.querySelector(CITATION_TITLE);
    if (element === null) return;
    const described = textOf(doc.querySelector('#gsc_oci_descr, #gsc_descr'));
    const isWhole = described.length >= ABSTRACT_MIN_CHARS && !/(?:…|\.\.\.)$/.test(described);
    const authors = fieldOf(doc, /^(?:Authors|Inventors|作者|Auteurs|Autoren)/).split(/\s*,\s*/);
    const link = element.querySelector('a')?.getAttribute('href') ?? null;
    const paper = paperOfHref(link, url);
    const facts = {
      title: textOf(element),
      arxiv: paper?.arxiv ?? null,
      doi: paper?.doi ?? null,
      authors: authors.filter((name) => name !== ''),
      abstract: isWhole ? described : null,
      year: yearOf(fieldOf(doc, /date|日期|datum/i)),
      url: link ?? withoutFragment(url),
    };
    yield pageMention(facts, titleNodes(element));
    yield* results.read(doc, url);
  },
};

export const readers: readonly Reader[] = [citation, results];
