import {
  headOf,
  baseOf,
  resolveLink,
  withoutFragment,
  mergeFacts,
  namesIn,
  pageMention,
  yearOf,
  textOf,
  titleNodes,
  type PageMention,
  type Reader,
} from '../kit';

export const matches: readonly string[] = ['*://*.openreview.net/*'];

/*
 * Selectors as of 2026-11, new mark-up | old mark-up.
 * list row  .note h4 > a[href^="/forum?id="]               | li.note h4 > a
 * authors   .note-authors a                                | .note-authors text, commas between
 * venue     .note-meta-info li:nth-child(2)                | .note_content_venue
 * field     .note-content-field + .note-content-value      | .note_content_field + .note_content_value
 * forum     .forum-title h2.citation_title, .forum-authors | h2.note_content_title.citation_title, .meta_row
 */
const ROW_TITLE = '.note h4 > a[href*="/forum?id="], .note h4 > a[href*="/forum/"]';
const FORUM_TITLE = '.forum-title h2, h2.citation_title';
const FIELD_NAME = '.note-content-field, .note_content_field';
const FIELD_VALUE = '.note-content-value, .note_content_value';

/** The value of a note's field, the one labelled `name` ("Abstract:"). */
function noteField(note: ParentNode | null, name: string): string | null {
  for (const label of note?.querySelectorAll(FIELD_NAME) ?? []) {
    if (textOf(label).replace(/\s*:$/, '') !== name) continue;
    const value = label.parentElement?.querySelector(FIELD_VALUE) ?? null;
    if (value !== null) return textOf(value);
  }
  return null;
}

function rowMention(link: Element, base: URL): PageMention | null {
  const address = resolveLink(link.getAttribute('href'), base);
  // A reply is listed like a paper, under the paper's forum with its own note id.
  if (address?.searchParams.has('noteId')) return null;
  const note = link.closest('.note');
  const pdf = resolveLink(note?.querySelector('h4 a.pdf-link')?.getAttribute('href') ?? null, base);
  const facts = [...(note?.querySelectorAll('.note-meta-info > li') ?? [])];
  return pageMention(
    {
      title: textOf(link),
      authors: namesIn(note?.querySelector('.note-authors') ?? null),
      abstract: noteField(note, 'Abstract'),
      year: yearOf(textOf(facts[0] ?? null)),
      venue: textOf(facts[1] ?? null),
      url: address && withoutFragment(address),
      pdf: pdf && pdf.href,
    },
    titleNodes(link),
  );
}

/** OpenReview's lists: groups, venues, search, profiles. */
const openReviewList: Reader = {
  name: 'openreview-list',
  about: 'list',
  isComplete: true,
  fits: (_url, doc) => doc.querySelector(FORUM_TITLE) === null && doc.querySelector(ROW_TITLE) !== null,
  *read(doc, url) {
    const base = baseOf(doc, url);
    for (const link of doc.querySelectorAll(ROW_TITLE)) {
      const found = rowMention(link, base);
      if (found !== null) yield found;
    }
  },
};

/** A paper's forum on OpenReview. */
const openReviewForum: Reader = {
  name: 'openreview-forum',
  about: 'paper',
  fits: (_url, doc) => doc.querySelector(FORUM_TITLE) !== null,
  *read(doc, url) {
    const element = doc.querySelector(FORUM_TITLE);
    if (element === null) return;
    const title = textOf(element);
    const note = element.closest('.forum-note, .note') ?? null;
    const base = baseOf(doc, url);
    const pdf = resolveLink(doc.querySelector('a.citation_pdf_url')?.getAttribute('href') ?? null, base);
    const shown = {
      title,
      authors: namesIn(note?.querySelector('.forum-authors') ?? null),
      abstract: noteField(note, 'Abstract'),
      url: withoutFragment(url),
      pdf: pdf && pdf.href,
    };
    const found = pageMention(mergeFacts(shown, headOf(doc, title)), titleNodes(element));
    if (found !== null) yield found;
  },
};

export const readers: readonly Reader[] = [openReviewForum, openReviewList];
