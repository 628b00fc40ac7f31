import type { CardData } from '../../core/card';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { KinReason } from '../../core/kin/kin';
import type { Paper } from '../../core/paper';
import type { Excerpt } from '../../core/summary/summary';
import { freshEntry, type ReadingListEntry, type ReadingStatus } from '../../core/reading-list/entry';
import identifiers from '../../assets/corpus/identifiers.json';
import seed from '../../assets/corpus/seed.txt?raw';

const paragraphs = seed.split(/\n\s*\n/);
const DAY_MS = 86_400_000;
/** 14 March 2026, noon UTC. */
const NOW = 1_773_489_600_000;

function abstractOf(title: string): string | null {
  const at = paragraphs.findIndex((paragraph) => paragraph.trim() === title);
  return at === -1 ? null : (paragraphs[at + 1]?.trim() ?? null);
}

/** The papers of the bundled corpus, read the short way: for looking at, not for shipping. */
export const papers: readonly Paper[] = identifiers.map((facts) =>
  Object.assign(
    { id: `arxiv:${facts.arxiv}`, abstract: abstractOf(facts.title), url: null, pdf: null },
    facts,
  ),
);

/** The `index`-th paper of the corpus. */
export function paper(index: number): Paper {
  const found = papers[index % papers.length];
  if (found === undefined) throw new Error('the corpus is empty');
  return found;
}

const TERMS = [
  ['supervised contrastive learning', 'ImageNet'],
  ['multilingual pretraining', 'low resource languages', 'machine translation'],
  ['vision transformer'],
];

function excerptOf(sentence: string, abstract: string): Excerpt {
  const text = sentence.trim();
  const start = abstract.indexOf(text);
  return { text, spans: [{ start, end: start + text.length }] };
}

/** A sentence from the middle of the abstract stands for the summary. */
function summaryOf(abstract: string | null): CardData['summary'] {
  if (abstract === null) return null;
  const sentences = [...abstract.matchAll(/[^.]+\.(?=\s|$)/g)];
  const chosen = sentences.find(([text]) => /\b(?:we|this (?:paper|work)) \w+/i.test(text)) ?? sentences[0];
  if (chosen === undefined) return null;
  const next = sentences.find((each) => each.index > chosen.index);
  return {
    ...excerptOf(chosen[0], abstract),
    second: next ? excerptOf(next[0], abstract) : null,
    kind: 'sentence',
  };
}

function reasonsOf(index: number): readonly KinReason[] {
  const terms: KinReason = { kind: 'shared-terms', terms: TERMS[index % TERMS.length] ?? [] };
  if (index === 1) return [terms, { kind: 'same-author', name: 'Ada Quay' }];
  return index === 2 ? [terms, { kind: 'on-list' }] : [terms];
}

export function cardOf(of: Paper, more: Partial<CardData> = {}): CardData {
  const at = papers.findIndex(({ id }) => id === of.id);
  const kin = [3, 11, 24, 37, 52].map((step, index) => ({
    paper: paper(Math.max(at, 0) + step),
    score: 0.4 - index / 20,
    reasons: reasonsOf(index),
  }));
  const summary = summaryOf(of.abstract);
  return { paper: of, origin: 'corpus', sources: [], rule: 'arxiv', summary, kin, status: null, ...more };
}

export function mentionOf(of: Paper, more: Partial<Mention> = {}): Mention {
  const { title, arxiv, doi, abstract, authors, year, venue, url, pdf } = of;
  return { title, arxiv, doi, abstract, authors, year, venue, url, pdf, ...more };
}

/** A listing: known papers, an unknown one with an abstract, one with nothing but its title. */
export const pagePapers: readonly PagePaper[] = [0, 1, 4, 7, 9, 12, 15, 18, 22].map((index, row) => {
  const of = paper(index);
  const unknown = row === 2 || row === 4;
  const status: ReadingStatus | null = row === 1 ? 'reading' : row === 5 ? 'read' : null;
  return {
    mention: mentionOf(of, row === 4 ? { abstract: null, authors: [] } : {}),
    resolution: unknown ? null : { paperId: of.id, title: of.title, rule: 'arxiv', confidence: 1, status },
  };
});

export function entryOf(of: Paper, status: ReadingStatus, daysAgo: number): ReadingListEntry {
  return { ...freshEntry(of, NOW - daysAgo * DAY_MS, null), status };
}

export const entries: readonly ReadingListEntry[] = [
  entryOf(paper(1), 'reading', 0),
  entryOf(paper(30), 'to-read', 1),
  entryOf(paper(12), 'read', 3),
  entryOf(paper(41), 'to-read', 9),
  entryOf(paper(55), 'read', 30),
  entryOf(paper(60), 'to-read', 90),
];

/** Facts as hostile or odd pages state them. */
export const odd = {
  long: {
    ...paper(2),
    id: 'title:long',
    title: 'On the '.concat(
      'Unreasonable Effectiveness of Extremely Long Titles in '.repeat(5),
      'Deep Learning',
    ),
    authors: Array.from({ length: 200 }, (_, index) => `Author Number${index} Of-A-Large-Collaboration`),
    venue: 'Proceedings of the One Hundred and Twelfth International Conference on Things with Long Names',
  },
  unbroken: {
    ...paper(3),
    id: 'title:unbroken',
    title: 'x'.repeat(100_000),
    authors: ['y'.repeat(500)],
    abstract: `We ${'z'.repeat(4_000)}.`,
  },
  rightToLeft: {
    ...paper(5),
    id: 'title:rtl',
    title: 'גישה חדשה ללמידה עצמית של ייצוגים חזותיים (SiT) בקנה מידה גדול',
    authors: ['דנה כהן', 'عمر الخطيب', 'Anna Lee'],
    abstract: 'אנו מציעים שיטה חדשה ללמידה עצמית של ייצוגים חזותיים, ומראים שהיא עולה על קודמותיה.',
  },
  chinese: {
    ...paper(6),
    id: 'title:chinese',
    title: '面向低资源语言的多语言预训练模型：一种统一的微调方法及其在机器翻译中的应用',
    authors: ['王小明', '李华', '张伟', '刘洋'],
    abstract: '我们提出一种统一的微调方法，使多语言预训练模型在低资源语言的机器翻译上取得显著提升。',
  },
  bare: {
    ...paper(8),
    id: 'title:bare',
    title: 'A Paper With Nothing But Its Title',
    authors: [],
    venue: null,
    year: null,
    abstract: null,
    arxiv: null,
    doi: null,
    code: null,
  },
} satisfies Record<string, Paper>;
